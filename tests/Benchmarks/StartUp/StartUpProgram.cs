using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Specwright.Benchmarks.StartUp;

/// <summary>The program whose start is measured: tests/StartUp.</summary>
/// <param name="path">The executable.</param>
internal sealed class StartUpProgram(string path)
{
    /// <summary>In bytes.</summary>
    public long Length => new FileInfo(path).Length;

    /// <summary>Built with this project, in the same configuration.</summary>
    public static StartUpProgram WithJit()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return new(Executable(RepositoryFolder.PathOf("tests", "StartUp", "bin", output.Parent!.Name, output.Name)));
    }

    /// <summary>Compiled to native code. The build lies apart from that of the repository and stays for the next run.</summary>
    public static async Task<StartUpProgram> PublishNativeAsync()
    {
        var build = RepositoryFolder.PathOf("artifacts", "native-start-up");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "tests/StartUp", "-v", "quiet", "-p:StartUpIsNative=true", "-p:UseArtifactsOutput=true", "-p:ArtifactsPath=" + build])
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
        })!;
        var messages = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new(Executable(Path.Combine(build, "publish", "Specwright.StartUp", "release")))
            : throw new InvalidOperationException(messages);
    }

    public async Task<StartUpTimes> RunAsync(string way, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(path, [way, address]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var whole = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new(whole.TotalMilliseconds, double.Parse(output, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{path} {way}: exit code {process.ExitCode}");
    }

    private static string Executable(string folder) => Path.Combine(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "first-call.exe" : "first-call");
}
