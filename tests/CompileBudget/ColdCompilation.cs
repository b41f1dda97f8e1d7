using System.Diagnostics;

namespace Specwright.CompileBudget;

/// <summary>What one run of a compiler process cost, from its start to its end.</summary>
/// <param name="Cpu">User and kernel time of all its threads.</param>
/// <param name="PeakBytes">The most memory that was resident.</param>
/// <param name="Assembly">What came of it; null where the code does not compile.</param>
/// <param name="FirstError">Null where there is none.</param>
internal sealed record ColdCompilation(TimeSpan Cpu, long PeakBytes, AssemblySize? Assembly, string? FirstError)
{
    /// <summary>The figures of a process that ended are gone, so they are read while it runs: what is missed is less than one of these.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Compiles in a process of its own, as a build without a compiler server does: optimized, with portable symbols.</summary>
    /// <param name="sources">The code.</param>
    /// <param name="references">Assemblies beside those of the framework.</param>
    /// <param name="analyzers">Source generators and what they need.</param>
    /// <param name="arguments">Further arguments of the compiler.</param>
    public static ColdCompilation Run(SourceSet sources, IEnumerable<string> references, IEnumerable<string> analyzers, IEnumerable<string> arguments)
    {
        var output = Directory.CreateTempSubdirectory("compile-budget");
        try
        {
            var assembly = Path.Combine(output.FullName, "Measured.dll");
            var responseFile = Path.Combine(output.FullName, "arguments.rsp");
            File.WriteAllLines(responseFile,
            [
                "/target:library",
                "/optimize+",
                "/deterministic+",
                "/debug:portable",
                "/nullable:enable",
                "/nostdlib+",
                "/nowarn:1701,1702",
                $"/out:\"{assembly}\"",
                .. Toolchain.Framework.Concat(references).Select(reference => $"/reference:\"{reference}\""),
                .. analyzers.Select(analyzer => $"/analyzer:\"{analyzer}\""),
                .. arguments,
                .. sources.Files.Select(file => $"\"{file}\""),
            ]);
            return Measure(responseFile, assembly);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static ColdCompilation Measure(string responseFile, string assembly)
    {
        var start = new ProcessStartInfo(Toolchain.Dotnet, ["exec", Toolchain.Compiler, "/noconfig", "/nologo", "@" + responseFile]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var messages = process.StandardOutput.ReadToEndAsync();
        var cpu = TimeSpan.Zero;
        long peak = 0;
        while (!process.WaitForExit(Interval))
        {
            try
            {
                process.Refresh();
                cpu = process.TotalProcessorTime;
                peak = Math.Max(peak, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended meanwhile.
            }
        }

        var error = messages.Result.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal))?.Trim();
        return process.ExitCode == 0
            ? new(cpu, peak, AssemblySize.Of(assembly), null)
            : new(cpu, peak, null, error ?? $"exit code {process.ExitCode}");
    }
}
