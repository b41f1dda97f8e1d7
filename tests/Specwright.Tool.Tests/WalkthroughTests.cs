using System.Text.RegularExpressions;
using Specwright.Packages;

namespace Specwright.Tool;

/// <summary>CONTRIBUTING's way from a documentation page to a row in <c>balances</c>, gone step by step in a copy of this repository.</summary>
public sealed partial class WalkthroughTests : IDisposable
{
    private const string OwnTool = "dotnet run --project build/Specwright.Tool -- ";

    /// <summary>What the way needs; the rest of the repository is not copied.</summary>
    private static readonly string[] Needed =
        ["build/", "generator/", "specs/", "src/", "tests/Payments.Providers.Tests/", "tests/Clock/", "tests/Repository/", "tests/Directory.Build"];

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("specwright-walkthrough-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Fact]
    public async Task SixthProvider_FromItsPageToARowInBalances()
    {
        await CopyRepositoryAsync();
        var page = (await File.ReadAllTextAsync(RepositoryFolder.PathOf("CONTRIBUTING.md"))).ReplaceLineEndings("\n");
        var section = page[page.IndexOf("\n## Add a provider\n", StringComparison.Ordinal)..];
        var outputs = new Dictionary<string, string>();
        foreach (Match step in Step().Matches(section[..section.IndexOf("\n## Commits\n", StringComparison.Ordinal)]))
        {
            var text = step.Groups["text"].Value;
            switch (step)
            {
                case var _ when step.Groups["file"].Success:
                    Write(step.Groups["file"].Value, text);
                    break;
                case var _ when step.Groups["deleted"].Success:
                    File.Delete(PathOf(step.Groups["deleted"].Value));
                    break;
                case var _ when step.Groups["change"].Success:
                    Write("change.diff", text);
                    await RunAsync("git", "apply", "--recount", "change.diff");
                    break;
                default:
                    foreach (var command in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        outputs[command] = await RunCommandAsync(command);
                    }

                    break;
            }
        }

        Assert.True(File.Exists(PathOf("src/Payments.Providers/Generated/AcmePay.Client.g.cs")));
        Assert.Contains(outputs.Values, output => output.Contains("Passed!  - Failed:     0, Passed:     1,", StringComparison.Ordinal));
        Assert.Matches(@"\n│ acme-pay +│ main +│ EUR +│ +[0-9,.]+ │ +[0-9,.]+ │", outputs.Values.Last());
    }

    private async Task<string> RunCommandAsync(string command)
    {
        if (command.StartsWith(OwnTool, StringComparison.Ordinal))
        {
            var run = await ToolRun.In(_copy.FullName, command[OwnTool.Length..].Split(' '));
            Assert.True(run.ExitCode == 0, $"{command}: exit code {run.ExitCode}\n{run.Output}{run.Error}");
            return run.Output;
        }

        var words = command.Split(' ');
        return await RunAsync(words[0] == "dotnet" ? DotnetProcess.Dotnet : words[0], words[1..]);
    }

    // Tracked files as they stand, changed ones too: the way is about this very state.
    private async Task CopyRepositoryAsync()
    {
        var tracked = await DotnetProcess.RunAsync("git", RepositoryFolder.Path, ["ls-files", "--cached", "--others", "--exclude-standard"], new Dictionary<string, string>());
        foreach (var file in tracked.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => !file.Contains('/') || Needed.Any(needed => file.StartsWith(needed, StringComparison.Ordinal))))
        {
            if (File.Exists(RepositoryFolder.PathOf(file)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
                File.Copy(RepositoryFolder.PathOf(file), PathOf(file));
            }
        }
    }

    private Task<string> RunAsync(string program, params string[] arguments) => DotnetProcess.RunAsync(program, _copy.FullName, arguments, new Dictionary<string, string>());

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    private string PathOf(string path) => Path.Combine(_copy.FullName, path);

    // A file or a change with the block behind it, a file that goes, or a block of commands.
    [GeneratedRegex(
        "^<!-- file: (?<file>[^ ]+) -->\n```[a-z]+\n(?<text>.*?)^```$|^(?<change><!-- change -->)\n```diff\n(?<text>.*?)^```$|^<!-- delete: (?<deleted>[^ ]+) -->$|^```sh\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
