namespace Specwright.Differential;

/// <summary>Two readings of one document side by side.</summary>
internal sealed record Comparison
{
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Statements that both readings make, equal or not.</summary>
    public required int Compared { get; init; }

    /// <summary>Statements of ours on which the other reader cannot be asked.</summary>
    public required int NotComparable { get; init; }

    public static Comparison Of(string document, Facts ours, Facts theirs)
    {
        var differences = new List<Difference>();
        var compared = 0;
        var notComparable = 0;
        foreach (var key in ours.Keys.Union(theirs.Keys).OrderBy(key => key.Place, StringComparer.Ordinal).ThenBy(key => key.Aspect, StringComparer.Ordinal))
        {
            if (theirs.IsSilent(key) || ours.IsSilent(key))
            {
                notComparable++;
                continue;
            }

            compared++;
            if (ours[key] != theirs[key])
            {
                differences.Add(new Difference(document, key, ours[key], theirs[key]));
            }
        }

        return new Comparison { Differences = differences, Compared = compared, NotComparable = notComparable };
    }
}
