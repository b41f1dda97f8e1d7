namespace Specwright.Differential;

/// <summary>What became of one document.</summary>
internal sealed record DocumentResult
{
    public required string Slug { get; init; }

    /// <summary>Null: compared. Otherwise which reader gave up, and how.</summary>
    public string? Failure { get; init; }

    public int Operations { get; init; }

    public int Compared { get; init; }

    public int NotComparable { get; init; }

    /// <summary>Differences that have an entry with a reason.</summary>
    public int Known { get; init; }

    /// <summary>Differences that nobody has explained.</summary>
    public IReadOnlyList<Difference> Unexplained { get; init; } = [];
}
