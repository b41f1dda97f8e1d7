extern alias generator;

using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using generator::Specwright.Reading;

namespace Specwright.Benchmarks.Driver;

/// <summary>What one description costs the compiler. Times in milliseconds, memory in bytes; medians where something is done more than once.</summary>
internal sealed record DriverFigures
{
    private const int Rounds = 4;

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

    /// <summary>Of a schema, which has got a property more, whose name is typed.</summary>
    public required double PropertyEdit { get; init; }

    /// <summary>Files whose text the edit of the words changed.</summary>
    public required int FilesChanged { get; init; }

    /// <summary>Reading such an edited description alone.</summary>
    public required double Reading { get; init; }

    /// <summary>After the first run, with the driver and all caches, without the text of the description.</summary>
    public required long MemoryKept { get; init; }

    /// <summary>After the edits, with the texts of the last two versions.</summary>
    public required long MemoryKeptWhileEdited { get; init; }

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

        // Readings and edits of each kind take turns in blocks, since nobody reads a whole description between two edits: what one of them leaves to the garbage collector would fall on the next. The first
        // of a block does not count, nor does the first half: most is then compiled as well as it will be, for which a small description takes many. Few for a large one, so that a run of all takes minutes.
        var block = first > 5000 ? 4 : project.Length > 1_000_000 ? 8 : 150;
        var (readings, words, properties) = (new List<double>(), new List<double>(), new List<double>());
        AdditionalText? edited = null;
        var after = sources;
        var number = 200;
        for (var round = 0; round < Rounds; round++)
        {
            Block(readings, () =>
            {
                var input = project.Input(++number);
                return Time(() => DescriptionReader.ReadUnchecked(input.Source, CancellationToken.None));
            });
            Block(words, () => Edit(EditKind.Words));
            after = SourcesOf(driver);
            Block(properties, () => Edit(EditKind.Property));

            void Block(List<double> times, Func<double> time) =>
                times.AddRange(Enumerable.Range(0, block).Select(_ => time()).ToList().Skip(round < Rounds / 2 ? block : 1));
        }

        var keptWhileEdited = GC.GetTotalMemory(forceFullCollection: true) - before;

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
            WordsEdit = Median(words),
            PropertyEdit = Median(properties),
            FilesChanged = after.Count(source => !sources.TryGetValue(source.Key, out var text) || text != source.Value),
            Reading = Median(readings),
            MemoryKept = kept,
            MemoryKeptWhileEdited = keptWhileEdited,
            MemoryOfReading = memoryOfReading,
        };

        double Edit(EditKind kind)
        {
            number++;
            return Time(() =>
            {
                (driver, edited) = project.Edit(driver, edited, kind, number);
                driver = driver.RunGenerators(compilations[0]);
            });
        }
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
