using System.Text.RegularExpressions;
using Specwright.Corpus;
using Xunit.Abstractions;

namespace Specwright.Differential;

/// <summary>
/// Our reading of real descriptions against NSwag's, an independent reader: operations, parameters, bodies, responses and schemas must be the
/// same. NSwag 13 knows OpenAPI 2.0 and 3.0, so documents of these versions take part. A short list runs every time; <c>SPECWRIGHT_CORPUS=all</c>
/// takes every document and <c>SPECWRIGHT_CORPUS=slug,slug</c> the named ones. The tables go to <c>artifacts/differential</c>.
/// </summary>
public sealed partial class DifferentialTests(ITestOutputHelper output)
{
    [CorpusFact]
    public async Task RealDescriptions_AreReadAsAnIndependentReaderReadsThem()
    {
        var folder = CorpusDocument.Folder()!;
        var choice = Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS");
        var known = KnownDifferences.Load();
        var results = new List<DocumentResult>();
        foreach (var document in Chosen(CorpusDocument.All(folder), choice))
        {
            results.Add(await DifferentialRun.TakeAsync(document, known));
        }

        var markdown = DifferentialTable.ToMarkdown(results);
        var artifacts = Directory.CreateDirectory(RepositoryFolder.PathOf("artifacts", "differential")).FullName;
        await File.WriteAllTextAsync(Path.Combine(artifacts, "differential.md"), markdown);
        await File.WriteAllTextAsync(Path.Combine(artifacts, "differential.tsv"), DifferentialTable.ToTabSeparated(results));
        await File.WriteAllTextAsync(Path.Combine(artifacts, "differences.tsv"), DifferentialTable.Differences(results));
        output.WriteLine(markdown);

        Assert.Empty(results.Where(result => result.Failure is not null).Select(result => $"{result.Slug}: {result.Failure}"));
        Assert.Empty(results.SelectMany(result => result.Unexplained).Select(difference => difference.ToString()));
        Assert.Empty(known.Stale([.. results.Select(result => result.Slug)], choice == "all" && !CorpusDocument.IsNamed));
    }

    private static CorpusDocument[] Chosen(IReadOnlyList<CorpusDocument> all, string? choice)
    {
        var slugs = choice == "all" ? [.. all.Select(document => document.Slug)]
            : string.IsNullOrEmpty(choice) ? CorpusDocument.ShortList
            : choice.Split(',', StringSplitOptions.TrimEntries);
        var unknown = slugs.Except(all.Select(document => document.Slug)).ToArray();
        Assert.True(unknown.Length == 0, $"no such document in the corpus: {string.Join(", ", unknown)}");
        return [.. all.Where(document => slugs.Contains(document.Slug) && IsVersion2Or30(document))];
    }

    private static bool IsVersion2Or30(CorpusDocument document) => Version2Or30().IsMatch(File.ReadAllText(document.Path));

    [GeneratedRegex("""^\s*\{?\s*"?(swagger"?\s*:\s*["']?2\.0|openapi"?\s*:\s*["']?3\.0)""", RegexOptions.Multiline)]
    private static partial Regex Version2Or30();
}
