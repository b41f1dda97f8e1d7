using System.Globalization;

namespace Specwright.Reading.Text;

/// <summary>How much one description may cost: a description is untrusted input and must not hang or crash the compiler.</summary>
internal sealed class NodeBudget(CancellationToken cancellationToken)
{
    /// <summary>Every later walk recurses over the tree; at this depth the stack of a compiler thread (1 MB) is far away.</summary>
    public const int MaximumDepth = 256;

    /// <summary>Aliases of YAML and the additions of overlays count each time they are used. The largest known descriptions have a third of this.</summary>
    public const int MaximumNodes = 2_000_000;

    public const int MaximumCharacters = 64 * 1024 * 1024;

    /// <summary>How many nodes were counted. Set it back before a text is read again after a repair.</summary>
    public int Spent { get; set; }

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Counts one node.</summary>
    /// <exception cref="TextProblemException">The node is too deep or one too many.</exception>
    public void Spend(int depth, SourceText source, int start)
    {
        if (depth > MaximumDepth)
        {
            throw TextProblemException.Limit(source, start, "a nesting depth of " + MaximumDepth.ToString(CultureInfo.InvariantCulture), "nested values");
        }

        if (++Spent > MaximumNodes)
        {
            throw TextProblemException.Limit(
                source,
                start,
                MaximumNodes.ToString("N0", CultureInfo.InvariantCulture) + " values",
                "YAML aliases count each time they are used");
        }

        if ((Spent & 0xFFF) == 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public static void CheckLength(SourceText source)
    {
        if (source.Text.Length > MaximumCharacters)
        {
            throw TextProblemException.Limit(source, 0, "64 Mi characters", source.Text.Length.ToString(CultureInfo.InvariantCulture) + " characters");
        }
    }
}
