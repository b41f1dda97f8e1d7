using System.Diagnostics;

namespace Specwright.Packages;

/// <summary>Runs a program as somebody outside this repository would: nothing of the build that runs these tests is handed on.</summary>
internal static class DotnetProcess
{
    private static readonly string[] OfTheOuterBuild =
        ["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "CI", "TF_BUILD", "GITHUB_ACTIONS"];

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <returns>Standard output followed by standard error.</returns>
    /// <exception cref="InvalidOperationException">Another exit code than expected; with the whole output.</exception>
    public static async Task<string> RunAsync(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, int expectedExitCode = 0)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OfTheOuterBuild)
        {
            start.Environment.Remove(name);
        }

        // No server of the SDK may outlive a test, or keep its output open: of the compiler's, only one that whoever runs these tests has named, and ends, is used.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SharedCompilationId")) ? "false" : "true";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var text = (await output + await error).ReplaceLineEndings("\n");
            return process.ExitCode == expectedExitCode
                ? text
                : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}\n{text}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
