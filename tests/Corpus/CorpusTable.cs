using System.Globalization;
using System.Text;

namespace Specwright.Corpus;

/// <summary>The result of a run as a table for people (Markdown) and for programs (tab-separated).</summary>
internal static class CorpusTable
{
    private static readonly string[] Columns = ["document", "outcome", "errors", "operations", "left out", "types", "warnings", "KB", "first error"];

    public static string ToMarkdown(IReadOnlyList<CorpusResult> results)
    {
        var text = new StringBuilder();
        var clean = results.Count(result => result.Outcome == CorpusOutcome.Clean);
        text.Append(CultureInfo.InvariantCulture, $"{clean} of {results.Count} documents clean; {results.Sum(result => result.OperationsLeftOut)} of {results.Sum(result => result.Operations)} operations left out.\n\n");
        text.Append("| ").AppendJoin(" | ", Columns).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", Columns.Select(_ => "---")).Append(" |\n");
        foreach (var result in results)
        {
            text.Append("| ").AppendJoin(" | ", Cells(result).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    public static string ToTabSeparated(IReadOnlyList<CorpusResult> results)
    {
        var text = new StringBuilder().AppendJoin('\t', Columns).Append('\n');
        foreach (var result in results)
        {
            text.AppendJoin('\t', Cells(result)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What was said about each description: where operations are left out or types weakened, this says why.</summary>
    public static string Findings(IReadOnlyList<CorpusResult> results) =>
        string.Concat(results.SelectMany(result => result.Findings.Select(finding => $"{result.Slug}\t{finding}\n")));

    private static string[] Cells(CorpusResult result) =>
    [
        result.Slug,
        result.Outcome.ToString(),
        Number(result.Errors),
        Number(result.Operations),
        Number(result.OperationsLeftOut),
        Number(result.Types),
        Number(result.Warnings),
        Number(result.GeneratedKilobytes),
        result.FirstError,
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
