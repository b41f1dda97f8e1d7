extern alias generator;

using System.Diagnostics;
using System.Globalization;
using System.Text;
using generator::Specwright;
using generator::Specwright.Planning;

namespace Specwright.Benchmarks.Driver;

/// <summary>Measures the generator in the compiler's driver, each description in processes of its own, and writes the table of docs/benchmarks.md.</summary>
internal static class DriverTable
{
    private const string OneDriver = "driver-of";
    private const string OneProcess = "generate";

    /// <returns>False: the arguments are not ours.</returns>
    public static bool TryRun(string[] arguments)
    {
        switch (arguments)
        {
            case ["driver", .. var paths]:
                Write(paths.Length == 0 ? DefaultDocuments() : paths);
                return true;
            case [OneDriver, var path]:
                Console.WriteLine(DriverFigures.Measure(path).ToJson());
                return true;
            case [OneProcess, var path, var folder]:
                Generate(path, folder);
                return true;
            default:
                return false;
        }
    }

    private static IReadOnlyList<string> DefaultDocuments()
    {
        var corpus = RepositoryFolder.PathOf("..", "shared", "corpus");
        var own = Directory.GetFiles(RepositoryFolder.PathOf("specs"), "*.openapi.yaml").Order(StringComparer.Ordinal);
        if (!Directory.Exists(corpus))
        {
            Console.Error.WriteLine("no corpus: the five descriptions of this repository only");
            return own.ToList();
        }

        // Those of the peers' figures, and the three largest ones.
        string[] known = ["od-stripe-com.json", "plaid-2020-09-14.yaml"];
        var largest = new DirectoryInfo(corpus).GetFiles().OrderByDescending(file => file.Length).Take(3).OrderBy(file => file.Length).Select(file => file.FullName);
        return [.. own, .. known.Select(name => Path.Combine(corpus, name)).Where(File.Exists), .. largest];
    }

    private static void Write(IReadOnlyList<string> paths)
    {
        var table = new StringBuilder("""
            | description | text, MB | files | generated, MB | process, ms | first run, ms | warm, ms | C# edited, ms | of first | words edited, ms | files changed | property typed, ms | read alone, ms | words / read | property / read | kept, MB | while edited, MB | of it read, MB |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var path in paths)
        {
            var process = WholeProcess(path);
            var figures = DriverFigures.FromJson(Child(OneDriver, path));
            string[] cells =
            [
                Path.GetFileNameWithoutExtension(path).Replace(".openapi", "", StringComparison.Ordinal), Megabytes(figures.Length), Number(figures.Files, "0"), Megabytes(figures.Generated),
                Milliseconds(process), Milliseconds(figures.First), Milliseconds(figures.Second),
                Number(figures.UnrelatedEdit, "0.00"), Number(100 * figures.UnrelatedEdit / figures.First, "0.00") + " %",
                Milliseconds(figures.WordsEdit), Number(figures.FilesChanged, "0"), Milliseconds(figures.PropertyEdit), Milliseconds(figures.Reading),
                Number(figures.WordsEdit / figures.Reading, "0.00"), Number(figures.PropertyEdit / figures.Reading, "0.00"),
                Megabytes(figures.MemoryKept), Megabytes(figures.MemoryKeptWhileEdited), Megabytes(figures.MemoryOfReading),
            ];
            table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            Console.Error.WriteLine(string.Join("  ", cells));
        }

        var file = RepositoryFolder.PathOf("artifacts", "benchmarks", "driver.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, table.ToString());
        Console.WriteLine(table);
        Console.WriteLine(file);
    }

    /// <summary>As a tool that is started for one description: the process from its start to its end, files written; median of three.</summary>
    private static double WholeProcess(string path) => Enumerable.Range(0, 3)
        .Select(_ =>
        {
            var folder = Directory.CreateTempSubdirectory("specwright-generated-");
            var watch = Stopwatch.StartNew();
            Child(OneProcess, path, folder.FullName);
            watch.Stop();
            folder.Delete(recursive: true);
            return watch.Elapsed.TotalMilliseconds;
        })
        .Order()
        .ElementAt(1);

    private static void Generate(string path, string folder)
    {
        foreach (var file in ClientSteps.Run([new MeasuredProject(path).Input(0)], FileDivision.ForReview, CancellationToken.None))
        {
            File.WriteAllText(Path.Combine(folder, file.HintName), file.Text);
        }
    }

    private static string Child(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(DriverTable).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (arguments[0] == OneDriver)
        {
            // As the compiler and its server say in their runtimeconfig.json. A command-line tool is a process of its own, without.
            start.Environment["DOTNET_gcServer"] = "1";
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }

    private static string Milliseconds(double value) => Number(value, value < 10 ? "0.0" : "0");

    private static string Megabytes(long count) => Number(count / 1e6, "0.00");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
