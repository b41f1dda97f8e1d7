using System.Globalization;
using System.Text;

namespace Specwright.Differential;

/// <summary>The result of a run for people (Markdown) and for programs (tab-separated).</summary>
internal static class DifferentialTable
{
    private static readonly string[] Columns = ["document", "outcome", "operations", "compared", "not comparable", "known", "unexplained", "first"];

    public static string ToMarkdown(IReadOnlyList<DocumentResult> results)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{results.Count(IsEqual)} of {results.Count} documents agree; {results.Sum(result => result.Compared)} statements compared, ");
        text.Append(CultureInfo.InvariantCulture, $"{results.Sum(result => result.Unexplained.Count)} differ unexplained, {results.Sum(result => result.Known)} by a known fault of the other reader.\n\n");
        text.Append("| ").AppendJoin(" | ", Columns).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", Columns.Select(_ => "---")).Append(" |\n");
        foreach (var result in results)
        {
            text.Append("| ").AppendJoin(" | ", Cells(result).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    public static string ToTabSeparated(IReadOnlyList<DocumentResult> results)
        => Lines([Columns, .. results.Select(Cells)]);

    /// <summary>Every unexplained difference.</summary>
    public static string Differences(IReadOnlyList<DocumentResult> results) => Lines(
    [
        ["document", "place", "aspect", "ours", "theirs"],
        .. results.SelectMany(result => result.Unexplained).Select(difference => new[]
        {
            difference.Document, difference.Key.Place, difference.Key.Aspect, Difference.Short(difference.Ours), Difference.Short(difference.Theirs),
        }),
    ]);

    public static bool IsEqual(DocumentResult result) => result.Failure is null && result.Unexplained.Count == 0;

    private static string Lines(IEnumerable<string[]> rows) => string.Concat(rows.Select(cells => string.Join('\t', cells) + "\n"));

    private static string[] Cells(DocumentResult result) =>
    [
        result.Slug,
        result.Failure is not null ? "Unreadable" : IsEqual(result) ? "Agrees" : "Differs",
        Facts.Number(result.Operations),
        Facts.Number(result.Compared),
        Facts.Number(result.NotComparable),
        Facts.Number(result.Known),
        Facts.Number(result.Unexplained.Count),
        result.Failure ?? (result.Unexplained.Count > 0 ? Difference.Short(result.Unexplained[0].ToString()) : ""),
    ];
}
