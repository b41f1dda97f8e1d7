using System.Collections.Concurrent;
using System.Diagnostics;
using Specwright.Corpus;
using Xunit.Abstractions;

namespace Specwright.Conformance;

/// <summary>
/// Every operation of real descriptions is called, and what goes over the wire is checked by a reader that shares nothing with ours. A short list runs every
/// time; <c>SPECWRIGHT_CORPUS=all</c> takes every document and <c>SPECWRIGHT_CORPUS=slug,slug</c> the named ones. The tables go to
/// <c>artifacts/conformance</c> in the repository, or to <c>SPECWRIGHT_CONFORMANCE_OUTPUT</c>.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Each version, each form of text, and each kind of parameter and body.</summary>
    private static readonly string[] ShortList =
    [
        "adyen-fundservice-v3",
        "azure-body-formdata",
        "azure-pagination-paging",
        "go-swagger-fixture-1781",
        "oai-v3-0-petstore",
        "oai-v3-0-uspto",
    ];

    [CorpusFact]
    public async Task EveryOperation_SendsAValidRequest_AndReadsAValidAnswer()
    {
        var folder = CorpusDocument.Folder()!;
        var faults = FaultList.Read();
        var results = await RunAsync(Chosen(CorpusDocument.All(folder)), faults);
        Write(results, faults);

        var failures = results.SelectMany(result => result.Failures)
            .Where(failure => faults.ReasonFor(failure) is null)
            .Select(failure => $"{failure.Document}: {failure.Operation}: {failure.Kind}: {failure.Message}");
        Assert.Empty(failures.Concat(faults.Stale(results)));
    }

    private static CorpusDocument[] Chosen(IReadOnlyList<CorpusDocument> all)
    {
        var choice = Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS");
        if (choice == "all")
        {
            return [.. all];
        }

        string[] slugs = string.IsNullOrEmpty(choice) ? ShortList : choice.Split(',', StringSplitOptions.TrimEntries);
        var unknown = slugs.Except(all.Select(document => document.Slug)).ToArray();
        Assert.True(unknown.Length == 0, $"no such document in the corpus: {string.Join(", ", unknown)}");
        return [.. all.Where(document => slugs.Contains(document.Slug))];
    }

    private static async Task<ConformanceResult[]> RunAsync(CorpusDocument[] documents, FaultList faults)
    {
        // A run over everything takes a while: what was found so far can be read on the way.
        using var failures = TextWriter.Synchronized(new StreamWriter(Path.Combine(OutputFolder(), "failures-so-far.tsv")) { AutoFlush = true });
        using var progress = TextWriter.Synchronized(new StreamWriter(Path.Combine(OutputFolder(), "progress.tsv")) { AutoFlush = true });
        var results = new ConcurrentBag<ConformanceResult>();

        // A large document takes gigabytes while it is compiled: those come one after the other, and last.
        var small = documents.Where(document => !IsLarge(document)).ToList();
        await Parallel.ForEachAsync(small, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (document, _) => await TakeAsync(document));
        foreach (var document in documents.Where(IsLarge))
        {
            await TakeAsync(document);
            GC.Collect();
        }

        return [.. results.OrderBy(result => result.Slug, StringComparer.Ordinal)];

        async Task TakeAsync(CorpusDocument document)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await ConformanceRun.TakeAsync(document.Slug, document.Path, await File.ReadAllTextAsync(document.Path), faults.WrongPatternsOf(document.Slug));
            results.Add(result);
            failures.Write(string.Concat(result.Failures.Select(failure => $"{failure.Document}\t{failure.Operation}\t{failure.Kind}\t{failure.Message}\n")));
            progress.WriteLine($"{document.Slug}\t{Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s\t{result.Operations}\t{result.ValidRequests}\t{result.EqualRoundTrips}\t{result.Failures.Count}");
        }
    }

    private static bool IsLarge(CorpusDocument document) => new FileInfo(document.Path).Length > 4_000_000;

    private void Write(ConformanceResult[] results, FaultList faults)
    {
        var markdown = ConformanceTable.ToMarkdown(results, faults);
        File.WriteAllText(Path.Combine(OutputFolder(), "conformance.md"), markdown);
        File.WriteAllText(Path.Combine(OutputFolder(), "conformance.tsv"), ConformanceTable.ToTabSeparated(results, faults));
        File.WriteAllText(Path.Combine(OutputFolder(), "failures.tsv"), ConformanceTable.FailuresToTabSeparated(results, faults));
        output.WriteLine(markdown);
    }

    private static string OutputFolder()
        => Directory.CreateDirectory(RepositoryFolder.PathOf(Environment.GetEnvironmentVariable("SPECWRIGHT_CONFORMANCE_OUTPUT") ?? "artifacts/conformance")).FullName;
}
