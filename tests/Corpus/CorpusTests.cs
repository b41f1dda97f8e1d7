using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Specwright.Corpus;

/// <summary>
/// Real descriptions, as published. A short list runs every time; <c>SPECWRIGHT_CORPUS=all</c> takes every document and
/// <c>SPECWRIGHT_CORPUS=slug,slug</c> the named ones. The tables go to <c>artifacts/corpus</c> below the test's folder, or to
/// <c>SPECWRIGHT_CORPUS_OUTPUT</c>.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void RealDescriptions_GiveClientsThatCompileWithoutAWarning()
    {
        var folder = CorpusDocument.Folder();
        if (folder is null)
        {
            output.WriteLine("skipped: no corpus");
            Console.WriteLine("skipped: no corpus");
            return;
        }

        var results = Run(Chosen(CorpusDocument.All(folder)));
        Write(results);

        var failures = results.Where(result => result.Outcome != CorpusOutcome.Clean).Select(result => $"{result.Slug}: {result.Outcome}: {result.FirstError}");
        Assert.Empty(failures);
    }

    private static CorpusDocument[] Chosen(IReadOnlyList<CorpusDocument> all)
    {
        var choice = Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS");
        if (choice == "all")
        {
            return [.. all];
        }

        IReadOnlyList<string> slugs = string.IsNullOrEmpty(choice) ? CorpusDocument.ShortList : choice.Split(',', StringSplitOptions.TrimEntries);
        var unknown = slugs.Except(all.Select(document => document.Slug)).ToArray();
        Assert.True(unknown.Length == 0, $"no such document in the corpus: {string.Join(", ", unknown)}");
        return [.. all.Where(document => slugs.Contains(document.Slug))];
    }

    private static CorpusResult[] Run(CorpusDocument[] documents)
    {
        var results = new ConcurrentDictionary<string, CorpusResult>();
        Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, document => results[document.Slug] = CorpusRun.Take(document));
        return [.. results.Values.OrderBy(result => result.Slug, StringComparer.Ordinal)];
    }

    private void Write(CorpusResult[] results)
    {
        var folder = Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS_OUTPUT") ?? Path.Combine(AppContext.BaseDirectory, "artifacts", "corpus");
        Directory.CreateDirectory(folder);
        var markdown = CorpusTable.ToMarkdown(results);
        File.WriteAllText(Path.Combine(folder, "corpus.md"), markdown);
        File.WriteAllText(Path.Combine(folder, "corpus.tsv"), CorpusTable.ToTabSeparated(results));
        output.WriteLine(markdown);
    }
}
