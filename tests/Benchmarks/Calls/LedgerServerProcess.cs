using System.Diagnostics;

namespace Specwright.Benchmarks.Calls;

/// <summary>The server in a process of its own: what it allocates is not the client's.</summary>
internal sealed class LedgerServerProcess : IDisposable
{
    public const string Verb = "serve";

    private readonly Process _process;

    public LedgerServerProcess()
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(LedgerServerProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null), Verb)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        Address = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>With a slash at its end.</summary>
    public string Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
