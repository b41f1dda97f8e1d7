using System.Globalization;
using System.Text;

namespace Specwright.Conformance;

/// <summary>The result of a run as a table for people (Markdown) and for programs (tab-separated).</summary>
internal static class ConformanceTable
{
    private static readonly string[] Columns = ["document", "reader", "operations", "called", "valid requests", "readable answers", "equal round trips", "errors", "equal errors", "sequences", "equal sequences", "webhooks", "equal webhooks", "XML trees", "calls", "listed", "known gaps", "first failures"];

    public static string ToMarkdown(IReadOnlyList<ConformanceResult> results, FaultList faults)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{results.Count} documents, {results.Sum(result => result.Operations)} operations: {results.Sum(result => result.Called)} called, ");
        text.Append(CultureInfo.InvariantCulture, $"{results.Sum(result => result.ValidRequests)} with valid requests, {results.Sum(result => result.ReadableAnswers)} with readable answers, ");
        text.Append(CultureInfo.InvariantCulture, $"{results.Sum(result => result.EqualRoundTrips)} with equal round trips; ");
        text.Append(CultureInfo.InvariantCulture, $"{results.Sum(result => result.EqualErrors)} of {results.Sum(result => result.Errors)} declared errors, {results.Sum(result => result.EqualSequences)} of {results.Sum(result => result.Sequences)} sequences ");
        text.Append(CultureInfo.InvariantCulture, $"and {results.Sum(result => result.EqualWebhooks)} of {results.Sum(result => result.Webhooks)} webhooks read and written back equal; {results.Sum(result => result.XmlTrees)} XML bodies compared element by element; {results.Sum(result => Listed(result, faults))} cases listed, {results.Sum(result => Gaps(result, faults))} known gaps.\n\n");
        text.Append("| ").AppendJoin(" | ", Columns).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", Columns.Select(_ => "---")).Append(" |\n");
        foreach (var result in results)
        {
            text.Append("| ").AppendJoin(" | ", Cells(result, faults).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    public static string ToTabSeparated(IReadOnlyList<ConformanceResult> results, FaultList faults)
    {
        var text = new StringBuilder().AppendJoin('\t', Columns).Append('\n');
        foreach (var result in results)
        {
            text.AppendJoin('\t', Cells(result, faults)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Every failure on a line, listed ones too.</summary>
    public static string FailuresToTabSeparated(IReadOnlyList<ConformanceResult> results, FaultList faults)
    {
        var text = new StringBuilder("document\toperation\tkind\tmessage\tlisted\n");
        foreach (var failure in results.SelectMany(result => result.Failures))
        {
            text.AppendJoin('\t', failure.Document, failure.Operation, failure.Kind, failure.Message, faults.IsGap(failure) ? "gap" : faults.ReasonFor(failure) is null ? "" : "listed").Append('\n');
        }

        return text.ToString();
    }

    private static int Listed(ConformanceResult result, FaultList faults) => result.Failures.Count(failure => faults.ReasonFor(failure) is not null && !faults.IsGap(failure));

    private static int Gaps(ConformanceResult result, FaultList faults) => result.Failures.Count(faults.IsGap);

    private static string[] Cells(ConformanceResult result, FaultList faults) =>
    [
        result.Slug,
        result.Reader,
        Number(result.Operations),
        Number(result.Called),
        Number(result.ValidRequests),
        Number(result.ReadableAnswers),
        Number(result.EqualRoundTrips),
        Number(result.Errors),
        Number(result.EqualErrors),
        Number(result.Sequences),
        Number(result.EqualSequences),
        Number(result.Webhooks),
        Number(result.EqualWebhooks),
        Number(result.XmlTrees),
        Number(result.Calls),
        Number(Listed(result, faults)),
        Number(Gaps(result, faults)),
        string.Join("; ", result.Failures
            .Where(failure => faults.ReasonFor(failure) is null)
            .GroupBy(failure => failure.Kind)
            .Select(group => $"{group.Key} ×{group.Count()}: {group.First().Operation}: {group.First().Message}")),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
