using System.Diagnostics;
using Payments.Sandbox;

namespace Payments.Cli;

public sealed class ProcessTests
{
    [Fact]
    public async Task Command_PrintsTheTableAndEndsWith0()
    {
        using var process = new BalancesProcess();

        var (exitCode, output, error) = await process.RunAsync();

        Assert.Equal((ExitCode.Succeeded, ""), (exitCode, error));
        Assert.StartsWith(ReportText.SandboxLine + "\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(ProviderTable.All, provider => Assert.Contains($"│ {provider.Name} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WrongOption_EndsWith2()
    {
        using var process = new BalancesProcess("--what");

        var (exitCode, output, error) = await process.RunAsync();

        Assert.Equal((ExitCode.WrongUsage, ""), (exitCode, output));
        Assert.Contains("--what", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveWithoutAnySetting_NamesThemAllAndFails()
    {
        using var process = new BalancesProcess("--live");

        var (exitCode, output, _) = await process.RunAsync();

        Assert.Equal(ExitCode.SomeFailed, exitCode);
        Assert.All(
            ProviderTable.All.SelectMany(provider => provider.Settings).Where(setting => setting.IsRequired),
            setting => Assert.Contains(setting.Name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task UserSecrets_AreReadFromTheProjectsOwnFile()
    {
        await using var sandbox = await PaymentsSandbox.StartAsync();
        using var process = new BalancesProcess("--live", "--provider", "juspay", "--json");
        process.WriteUserSecrets($$"""{ "JUSPAY_API_KEY": "{{SandboxCredentials.JuspayApiKey}}", "JUSPAY_BASE_ADDRESS": "https://127.0.0.1:9/" }""");
        // The environment wins over the user secrets.
        process.Variables["JUSPAY_BASE_ADDRESS"] = sandbox.JuspayAddress.AbsoluteUri;

        var (exitCode, output, error) = await process.RunAsync();

        Assert.Equal((ExitCode.Succeeded, ""), (exitCode, error));
        Assert.Contains("\"status\": \"ok\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxCredentials.JuspayApiKey, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenUserSecretsFile_IsOneSentenceAnd2()
    {
        using var process = new BalancesProcess("--live");
        process.WriteUserSecrets("{ nonsense");

        var (exitCode, output, error) = await process.RunAsync();

        Assert.Equal((ExitCode.WrongUsage, ""), (exitCode, output));
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains("secrets.json is not a readable JSON file.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_EndsWith130AndNoComplaint()
    {
        if (OperatingSystem.IsWindows() || IgnoresInterrupts())
        {
            // No signal can be sent to another process on Windows; and what a shell starts in the background ignores this one, its children too.
            return;
        }

        using var balances = new BalancesProcess("--watch", "3600", "--json");
        using var process = balances.Start();

        Assert.StartsWith("{\"mode\":\"sandbox\"", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.DoesNotContain("balances:", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>Whether this process was started with SIGINT ignored (POSIX shells, asynchronous lists): Linux tells by the second bit of a mask.</summary>
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (ulong.Parse(ignored.AsSpan("SigIgn:".Length).Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) & 2) != 0;
}
