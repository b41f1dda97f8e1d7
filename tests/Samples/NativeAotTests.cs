using System.Diagnostics;
using System.Runtime.InteropServices;
using Payments.Sandbox;
using Xunit.Abstractions;

namespace Specwright.Samples;

/// <summary>The native samples, published and started. The build lies apart from that of the repository, which others are using meanwhile, and stays for the next run.</summary>
public sealed class NativeAotTests(ITestOutputHelper report)
{
    private const long LargestSize = 12 * 1024 * 1024;

    private static readonly string Build = RepositoryFolder.PathOf("artifacts", "native");

    /// <summary>The one platform whose native compiler is known to be at hand.</summary>
    private static bool HasNativeCompiler => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    [Fact]
    public async Task NativeProgram_AsksAllFiveProviders()
    {
        if (!HasNativeCompiler)
        {
            return;
        }

        var program = await PublishAsync("NativeAot", "native-balances");
        Assert.InRange(program.Length, 1, LargestSize);

        // The figures of docs/nativeaot.md; each run has a sandbox of its own, so that none finds a session or a held balance.
        report.WriteLine($"{program.Length} bytes");
        for (var run = 0; run < 3; run++)
        {
            report.WriteLine($"native: {await AskAsync(program.FullName)}");
            report.WriteLine($"with the JIT compiler: {await AskAsync(DotnetProcess.Dotnet, Path.Combine(Build, "bin", "Specwright.Samples.NativeAot", "release", "native-balances.dll"))}");
        }
    }

    [Fact]
    public async Task NativeMinimalApi_ReturnsAndTakesGeneratedTypes()
    {
        if (!HasNativeCompiler)
        {
            return;
        }

        var native = await PublishAsync("MinimalApi", "Specwright.Samples.MinimalApi");
        report.WriteLine($"{native.Length} bytes");
        foreach (var isEmpty in new[] { false, true })
        {
            using var acme = AcmeServer.Start(isEmpty);
            using var program = new SampleProgram(native, MinimalApiCalls.Arguments(acme));
            await MinimalApiCalls.CheckAsync(program, isEmpty);
        }
    }

    private static async Task<FileInfo> PublishAsync(string sample, string program)
    {
        var publish = await DotnetProcess.RunAsync(
            DotnetProcess.Dotnet,
            RepositoryFolder.Path,
            // Analyzers have looked at the same sources when these tests were built; the native compiler warns by itself.
            ["publish", $"samples/{sample}", "-p:UseArtifactsOutput=true", "-p:ArtifactsPath=" + Build, "-p:RunAnalyzers=false"],
            new Dictionary<string, string>());

        // Errors already, in this repository; a tool that is no part of the build could still print one.
        Assert.DoesNotContain("warning", publish, StringComparison.OrdinalIgnoreCase);
        return new FileInfo(Path.Combine(Build, "publish", $"Specwright.Samples.{sample}", "release", program));
    }

    private static async Task<TimeSpan> AskAsync(string program, params string[] arguments)
    {
        await using var sandbox = await PaymentsSandbox.StartAsync();
        using var device = new DeviceListener(sandbox.HyperSdk);
        var started = Stopwatch.GetTimestamp();
        string[] addresses = [.. new[] { sandbox.CashfreeAddress, sandbox.JuspayAddress, sandbox.GatewayAddress, sandbox.AccountAddress }.Select(address => address.ToString())];
        var output = await DotnetProcess.RunAsync(program, RepositoryFolder.Path, [.. arguments, .. addresses, device.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)], new Dictionary<string, string>());
        var elapsed = Stopwatch.GetElapsedTime(started);

        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(["Cashfree", "Juspay", "Signed gateway", "Account API", "Hyper SDK"], lines.Select(line => line.Split(':')[0]));
        Assert.All(lines, line => Assert.Matches(@": -?\d+(\.\d+)? [A-Z]{3}", line));
        return elapsed;
    }
}
