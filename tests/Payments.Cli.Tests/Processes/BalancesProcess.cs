using System.Diagnostics;

namespace Payments.Cli;

/// <summary>The built command as a process of its own, without the settings of whoever runs the tests.</summary>
internal sealed class BalancesProcess : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("balances-");
    private readonly ProcessStartInfo _start;

    public BalancesProcess(params string[] args)
    {
        _start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", typeof(BalancesCommand).Assembly.Location, .. args])
        {
            _start.ArgumentList.Add(argument);
        }
        foreach (var setting in ProviderTable.All.SelectMany(provider => provider.Settings))
        {
            _start.Environment.Remove(setting.Name);
        }
        // User secrets lie below APPDATA where there is one, on Unix too, otherwise below HOME.
        _start.Environment.Remove("APPDATA");
        _start.Environment[OperatingSystem.IsWindows() ? "APPDATA" : "HOME"] = _home.FullName;
    }

    public IDictionary<string, string?> Variables => _start.Environment;

    public void WriteUserSecrets(string json)
    {
        var folder = OperatingSystem.IsWindows()
            ? Path.Combine(_home.FullName, "Microsoft", "UserSecrets", "specwright-balances")
            : Path.Combine(_home.FullName, ".microsoft", "usersecrets", "specwright-balances");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "secrets.json"), json);
    }

    public Process Start() => Process.Start(_start)!;

    public async Task<(int ExitCode, string Output, string Error)> RunAsync()
    {
        using var process = Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    public void Dispose() => _home.Delete(recursive: true);
}
