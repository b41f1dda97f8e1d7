using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit.Abstractions;

namespace Specwright.Corpus;

/// <summary>
/// Real descriptions, as published. A short list runs every time; <c>SPECWRIGHT_CORPUS=all</c> takes every document and
/// <c>SPECWRIGHT_CORPUS=slug,slug</c> the named ones. The tables go to <c>artifacts/corpus</c> in the repository, or to
/// <c>SPECWRIGHT_CORPUS_OUTPUT</c>.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void RealDescriptions_GiveClientsThatCompileWithoutAWarning()
    {
        var folder = CorpusDocument.Folder()!;
        var results = Run(Chosen(CorpusDocument.All(folder), CorpusDocument.ShortList));
        Write(results);

        var failures = results.Where(result => result.Outcome != CorpusOutcome.Clean).Select(result => $"{result.Slug}: {result.Outcome}: {result.FirstError}");
        Assert.Empty(failures);
    }

    internal static CorpusDocument[] Chosen(IReadOnlyList<CorpusDocument> all, IReadOnlyList<string> otherwise)
    {
        var choice = Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS");
        if (choice == "all")
        {
            return [.. all];
        }

        IReadOnlyList<string> slugs = string.IsNullOrEmpty(choice) ? otherwise : choice.Split(',', StringSplitOptions.TrimEntries);
        var unknown = slugs.Except(all.Select(document => document.Slug)).ToArray();
        Assert.True(unknown.Length == 0, $"no such document in the corpus: {string.Join(", ", unknown)}");
        return [.. all.Where(document => slugs.Contains(document.Slug))];
    }

    private static CorpusResult[] Run(CorpusDocument[] documents)
    {
        // A run over everything takes minutes: a line per finished document shows where it stands and which one is slow.
        using var progress = TextWriter.Synchronized(new StreamWriter(Path.Combine(OutputFolder(), "progress.tsv")) { AutoFlush = true });
        var results = new ConcurrentDictionary<string, CorpusResult>();
        Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, document =>
        {
            var started = Stopwatch.GetTimestamp();
            var result = CorpusRun.Take(document);
            results[document.Slug] = result;
            progress.WriteLine($"{document.Slug}\t{result.Outcome}\t{Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s\t{result.FirstError}");
        });
        return [.. results.Values.OrderBy(result => result.Slug, StringComparer.Ordinal)];
    }

    private void Write(CorpusResult[] results)
    {
        var markdown = CorpusTable.ToMarkdown(results);
        File.WriteAllText(Path.Combine(OutputFolder(), "corpus.md"), markdown);
        File.WriteAllText(Path.Combine(OutputFolder(), "corpus.tsv"), CorpusTable.ToTabSeparated(results));
        File.WriteAllText(Path.Combine(OutputFolder(), "findings.tsv"), CorpusTable.Findings(results));
        output.WriteLine(markdown);
    }

    private static string OutputFolder()
        => Directory.CreateDirectory(RepositoryFolder.PathOf(Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS_OUTPUT") ?? "artifacts/corpus")).FullName;
}
