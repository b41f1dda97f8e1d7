using YamlDotNet.RepresentationModel;

namespace Specwright.Tool;

/// <summary>The workflow that users copy: its commands are run as they stand there, in a repository with a branch that changes a description.</summary>
public sealed class ReviewWorkflowTests : IDisposable
{
    private const string Own = "specwright ";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task ItsCommands_ReviewABranch()
    {
        _project.Git("init", "-q");
        await ToolRun.In(_project.Root, "emit");
        _project.Git("add", "-A");
        _project.Git("commit", "-q", "-m", "old");
        _project.Git("update-ref", "refs/remotes/origin/main", "HEAD");
        File.WriteAllText(_project.SpecPath, TemporaryProject.Description.Replace("orderId:", "number:", StringComparison.Ordinal));
        await ToolRun.In(_project.Root, "emit");
        _project.Git("add", "-A");
        _project.Git("commit", "-q", "-m", "new");

        var exitCodes = new Dictionary<string, int>();
        foreach (var (command, environment) in Commands().Where(step => step.Command.StartsWith(Own, StringComparison.Ordinal)))
        {
            var run = await ToolRun.In(_project.Root, ArgumentsOf(command, environment));
            exitCodes.Add(command.Split(' ')[1], run.ExitCode);
            Assert.True(run.ExitCode < ExitCodes.Unusable, $"{command}\n{run.Output}{run.Error}");
        }

        // Fresh, and breaking: a property went.
        Assert.Equal(new Dictionary<string, int> { ["verify"] = 0, ["diff"] = 1 }, exitCodes);
        Assert.StartsWith("## Breaking: callers must change code", File.ReadAllText(Path.Combine(_project.Root, "specwright-review.md")), StringComparison.Ordinal);
    }

    /// <summary>What an expression gives is put into a command's text before a shell reads it: a branch could be named like a command.</summary>
    [Fact]
    public void NoCommand_HasAnExpressionInIt() => Assert.All(Commands(), step => Assert.DoesNotContain("${{", step.Command, StringComparison.Ordinal));

    [Fact]
    public void TheFileThatIsWritten_IsTheOneThatIsPosted()
    {
        var text = string.Join('\n', Commands().Select(step => step.Command));

        Assert.Contains("--output specwright-review.md", text, StringComparison.Ordinal);
        Assert.Contains("--body-file specwright-review.md", text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Command, Dictionary<string, string> Environment)> Commands()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(RepositoryFolder.PathOf("build", "ci", "specwright-review.yml"))));
        var jobs = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["jobs"];
        foreach (var step in jobs.Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
        {
            if (step.Children.TryGetValue("run", out var run))
            {
                var environment = step.Children.TryGetValue("env", out var node)
                    ? ((YamlMappingNode)node).Children.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString())
                    : [];
                foreach (var line in run.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    yield return (line, environment);
                }
            }
        }
    }

    private static string[] ArgumentsOf(string command, Dictionary<string, string> environment)
    {
        // The two variables as the host would fill them in.
        var values = environment.ToDictionary(variable => variable.Key, variable => variable.Value.StartsWith("origin/", StringComparison.Ordinal) ? "origin/main" : "breaking");
        var filled = values.Aggregate(command, (text, variable) => text.Replace("$" + variable.Key, variable.Value, StringComparison.Ordinal));
        Assert.DoesNotContain('$', filled);
        return filled[Own.Length..].Replace("\"", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
