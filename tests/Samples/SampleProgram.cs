using System.Diagnostics;
using System.Text;

namespace Specwright.Samples;

/// <summary>A sample that goes on until it is told to stop.</summary>
internal sealed class SampleProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    /// <param name="name">The sample, as it was built with these tests.</param>
    /// <param name="arguments">For the sample.</param>
    public SampleProgram(string name, params string[] arguments)
        : this(DotnetProcess.Dotnet, PathOf(name), ["exec", PathOf(name), .. arguments])
    {
    }

    /// <param name="native">The published program.</param>
    /// <param name="arguments">For the program.</param>
    public SampleProgram(FileInfo native, params string[] arguments)
        : this(native.FullName, native.FullName, arguments)
    {
    }

    private SampleProgram(string program, string path, string[] arguments)
        => _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(path) })!;

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
