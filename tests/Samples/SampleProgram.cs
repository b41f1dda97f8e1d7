using System.Diagnostics;
using System.Text;

namespace Specwright.Samples;

/// <summary>A sample that goes on until it is told to stop.</summary>
internal sealed class SampleProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    public SampleProgram(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetProcess.Dotnet, ["exec", PathOf(name), .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(PathOf(name)) };
        _process = Process.Start(start)!;
    }

    /// <summary>The built program, in the configuration of these tests.</summary>
    public static string PathOf(string name)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return RepositoryFolder.PathOf("samples", name, "bin", output.Parent!.Name, output.Name, $"Specwright.Samples.{name}.dll");
    }

    /// <summary>Reads lines until one holds the text.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _output.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The program ended without '{text}':\n{_output}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
