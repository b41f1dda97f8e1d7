extern alias generator;

using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using generator::Specwright.Reading;

namespace Specwright.Benchmarks.Driver;

/// <summary>What one description costs the compiler. Times in milliseconds, memory in bytes; medians where something is done more than once.</summary>
internal sealed record DriverFigures
{
    /// <summary>Characters of the description.</summary>
    public required int Length { get; init; }

    public required int Files { get; init; }

    /// <summary>Characters of all generated files.</summary>
    public required long Generated { get; init; }

    /// <summary>In a process that has generated nothing before.</summary>
    public required double First { get; init; }

    /// <summary>Another project, whose description differs by a word: nothing is compiled just in time any more.</summary>
    public required double Second { get; init; }

    public required double UnrelatedEdit { get; init; }

    /// <summary>Of the words about a schema.</summary>
    public required double WordsEdit { get; init; }

    /// <summary>Of a schema, which gets a property more.</summary>
    public required double PropertyEdit { get; init; }

    /// <summary>Files whose text the edit of the words changed.</summary>
    public required int FilesChanged { get; init; }

    /// <summary>Reading such an edited description alone.</summary>
    public required double Reading { get; init; }

    /// <summary>After the first run, with the driver and all caches, without the text of the description.</summary>
    public required long MemoryKept { get; init; }

    /// <summary>The part of it that is read: model, findings and positions.</summary>
    public required long MemoryOfReading { get; init; }

    public static DriverFigures Measure(string path)
    {
        var project = new MeasuredProject(path);
        var compilations = Enumerable.Range(0, 30).Select(MeasuredProject.Compilation).ToArray();
        var driver = project.NewDriver();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var first = Time(() => driver = driver.RunGenerators(compilations[0]));
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var sources = SourcesOf(driver);

        var unrelated = Median(compilations.Skip(1), compilation => driver = driver.RunGenerators(compilation));

        var second = Median(Enumerable.Range(100, 3), number => project.Edit(project.NewDriver(), null, EditKind.Words, number).Driver.RunGenerators(compilations[0]));

        // Edits and readings take turns, and the first half does not count: of both, most is then compiled as well as it will be, for which a small description takes many. Few for a large one, so that
        // a run of all takes minutes.
        var turns = first > 5000 ? 6 : project.Length > 1_000_000 ? 24 : 200;
        var edits = new Dictionary<EditKind, List<double>> { [EditKind.Words] = [], [EditKind.Property] = [] };
        var readings = new List<double>();
        AdditionalText? edited = null;
        var after = sources;
        for (var number = 1; number <= turns; number++)
        {
            var input = project.Input(200 + number);
            readings.Add(Time(() => DescriptionReader.ReadUnchecked(input.Source, CancellationToken.None)));
            foreach (var (kind, times) in edits)
            {
                times.Add(Time(() =>
                {
                    (driver, edited) = project.Edit(driver, edited, kind, number);
                    driver = driver.RunGenerators(compilations[0]);
                }));
                after = number == turns && kind == EditKind.Words ? SourcesOf(driver) : after;
            }
        }

        var withoutReading = GC.GetTotalMemory(forceFullCollection: true);
        var read = DescriptionReader.ReadUnchecked(project.Input(200).Source, CancellationToken.None);
        var memoryOfReading = GC.GetTotalMemory(forceFullCollection: true) - withoutReading;
        GC.KeepAlive(read);
        GC.KeepAlive(driver);

        return new()
        {
            Length = project.Length,
            Files = sources.Count,
            Generated = sources.Values.Sum(text => (long)text.Length),
            First = first,
            Second = second,
            UnrelatedEdit = unrelated,
            WordsEdit = Median(edits[EditKind.Words].Skip(turns / 2)),
            PropertyEdit = Median(edits[EditKind.Property].Skip(turns / 2)),
            FilesChanged = after.Count(source => !sources.TryGetValue(source.Key, out var text) || text != source.Value),
            Reading = Median(readings.Skip(turns / 2)),
            MemoryKept = kept,
            MemoryOfReading = memoryOfReading,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static DriverFigures FromJson(string json) => JsonSerializer.Deserialize<DriverFigures>(json)!;

    private static Dictionary<string, string> SourcesOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.IsEmpty)
        {
            throw new InvalidOperationException("Nothing was generated.", result.Exception);
        }

        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    private static double Median<T>(IEnumerable<T> values, Action<T> action) => Median(values.Select(value => Time(() => action(value))));

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }
}
