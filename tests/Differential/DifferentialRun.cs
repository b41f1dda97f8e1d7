using Specwright.Corpus;
using Specwright.Model;
using Specwright.Reading;

namespace Specwright.Differential;

/// <summary>Takes one document through both readers.</summary>
internal static class DifferentialRun
{
    /// <summary>The place of a difference that is about the whole document: one of the readers does not take it.</summary>
    private const string WholeDocument = "#";

    public static async Task<DocumentResult> TakeAsync(CorpusDocument document, KnownDifferences known)
    {
        var name = Path.GetFileName(document.Path);
        var text = await File.ReadAllTextAsync(document.Path);
        var description = Read(name, text);
        if (description is null)
        {
            return new DocumentResult { Slug = document.Slug, Failure = "ours: no description" };
        }

        Facts theirs;
        try
        {
            theirs = await NSwagFacts.ReadAsync(name, text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var error = Difference.Short($"{exception.GetType().Name}: {exception.Message}");
            var difference = new Difference(document.Slug, new FactKey(WholeDocument, "readable"), "true", error);
            return known.ReasonOf(difference) is null
                ? new DocumentResult { Slug = document.Slug, Failure = $"NSwag: {error}" }
                : new DocumentResult { Slug = document.Slug, Operations = description.Operations.Count, Known = 1 };
        }

        var comparison = Comparison.Of(document.Slug, ModelFacts.Of(description), theirs);
        var unexplained = comparison.Differences.Where(difference => known.ReasonOf(difference) is null).ToList();
        return new DocumentResult
        {
            Slug = document.Slug,
            Operations = description.Operations.Count,
            Compared = comparison.Compared,
            NotComparable = comparison.NotComparable,
            Known = comparison.Differences.Count - unexplained.Count,
            Unexplained = unexplained,
        };
    }

    public static ApiDescription? Read(string name, string text)
        => DescriptionReader.Read(new DescriptionSource { Description = new SourceFile(name, text) }, CancellationToken.None).Description;
}
