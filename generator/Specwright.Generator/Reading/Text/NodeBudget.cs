using System.Globalization;

namespace Specwright.Reading.Text;

/// <summary>How much one description may cost: a description is untrusted input and must not hang or crash the compiler.</summary>
internal sealed class NodeBudget(CancellationToken cancellationToken)
{
    /// <summary>Every later walk recurses over the tree; at this depth the stack of a compiler thread (1 MB) is far away.</summary>
    public const int MaximumDepth = 256;

    /// <summary>Aliases of YAML and the additions of overlays count each time they are used. The largest known descriptions have a third of this.</summary>
    public const int MaximumNodes = 2_000_000;

    /// <summary>Members of one object, or objects and lists in one list. The most paths that a known description has are a fifth of this.</summary>
    public const int MaximumMembers = 50_000;

    /// <summary>Values that the targets of overlays look at, those in filters for each value anew. Nine targets that search all of the largest known description take less.</summary>
    private const int MaximumLooks = 16_000_000;

    public const int MaximumCharacters = 64 * 1024 * 1024;

    private int _looks;

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

    /// <summary>Counts nodes that were read before; none, and false, where they are too many.</summary>
    public bool TrySpend(int count)
    {
        var isEnough = MaximumNodes - Spent >= count;
        Spent += isEnough ? count : 0;
        return isEnough;
    }

    /// <summary>Counts one value that the target of an overlay looks at.</summary>
    /// <exception cref="TextProblemException">It is one too many.</exception>
    public void Look(Node node)
    {
        if (++_looks > MaximumLooks)
        {
            throw TextProblemException.Limit(
                node.Source,
                node.Start,
                MaximumLooks.ToString("N0", CultureInfo.InvariantCulture) + " values that the targets of overlays look at",
                "a filter that searches the whole description does so for each value");
        }

        if ((_looks & 0xFFF) == 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Each path, schema and property costs far more later than here. Lists of plain values (<c>enum</c>) are looked at where they are used.</summary>
    /// <exception cref="TextProblemException">An object or list has too many parts.</exception>
    public static void CheckBreadth(Node root)
    {
        var open = new Stack<ContainerNode>();
        if (root is ContainerNode first)
        {
            open.Push(first);
        }

        while (open.Count > 0)
        {
            var container = open.Pop();
            var count = container is ObjectNode ? container.Children.Count : 0;
            for (var index = 0; index < container.Children.Count; index++)
            {
                if (container.Children[index] is ContainerNode child)
                {
                    open.Push(child);
                    count += container is ArrayNode ? 1 : 0;
                }
            }

            if (count > MaximumMembers)
            {
                throw TextProblemException.Limit(
                    container.Source,
                    container.Start,
                    MaximumMembers.ToString("N0", CultureInfo.InvariantCulture) + " parts of one object or list",
                    "it has " + count.ToString("N0", CultureInfo.InvariantCulture));
            }
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
