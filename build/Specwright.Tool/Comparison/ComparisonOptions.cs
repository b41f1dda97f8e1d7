namespace Specwright.Tool.Comparison;

/// <summary>How callers are taken to write.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>
    /// Callers name optional arguments (<c>cancellationToken: token</c>), so that one more does not shift theirs. Not assumed by default: C# does not ask for it.
    /// </summary>
    public bool ArgumentsAreNamed { get; init; }
}
