using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>What the comparison of one client found.</summary>
internal sealed record ComparedPair
{
    /// <summary>By its new name: <c>AcmeClient</c>.</summary>
    public required string Client { get; init; }

    /// <summary>The description, by its new path.</summary>
    public required string Spec { get; init; }

    /// <summary>The gravest first.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Of the gravest change; null: there is none.</summary>
    public ChangeSeverity? Severity => Changes.Count == 0 ? null : Changes.Max(change => change.Severity);
}

/// <summary>What the comparison of two revisions or files found.</summary>
/// <param name="Old">What a reader calls the old side.</param>
/// <param name="New">Likewise.</param>
/// <param name="Clients">One entry for each pair, those without changes too.</param>
internal sealed record ComparisonResult(string Old, string New, IReadOnlyList<ComparedPair> Clients)
{
    /// <summary>Of the gravest change; null: there is none.</summary>
    public ChangeSeverity? Severity => Clients.Max(client => client.Severity);

    public int CountOf(ChangeSeverity severity) => Clients.Sum(client => client.Changes.Count(change => change.Severity == severity));

    /// <summary><c>2 breaking, 1 additive</c>.</summary>
    public string Summary => SummaryOf(Clients.SelectMany(client => client.Changes));

    public static string SummaryOf(IEnumerable<Change> changes)
    {
        var counts = changes.GroupBy(change => change.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}").ToList();
        return counts.Count == 0 ? "no changes" : string.Join(", ", counts);
    }
}
