namespace Specwright.Tool.Freshness;

internal enum DifferenceKind
{
    /// <summary>The same bytes.</summary>
    None,

    /// <summary>Other bytes than are generated now.</summary>
    Stale,

    /// <summary>Generated now, and not there.</summary>
    Missing,

    /// <summary>There, and no longer generated.</summary>
    LeftOver,
}

/// <summary>A file on disk against what is generated now.</summary>
/// <param name="Name">Within the folder.</param>
/// <param name="Kind">How they differ.</param>
/// <param name="Committed">The text on disk; null where there is none.</param>
/// <param name="Generated">The text generated now; null where there is none.</param>
internal sealed record FileDifference(string Name, DifferenceKind Kind, string? Committed, string? Generated);
