namespace Specwright.Reading.Text;

/// <summary>Makes the tree of a text the tree of its next version: the smallest part around the edit is parsed, and all else stays as it is.</summary>
/// <remarks>
/// A part is taken only where parsing the whole text would meet the same at its ends. Of JSON: an object or list whose brackets were not touched, if what now stands between them is one whole again
/// (RFC 8259 knows no context). Of YAML: an entry of a mapping in block style that begins a line with an untouched key and goes up to the line of whatever comes next, if it still ends there: what stands before it
/// is the same, and what comes next stands no deeper than the key, so it ends all that is open. Else the part around that one is tried, and at last the whole text is left to the parser.
/// </remarks>
internal static class EditedTextReader
{
    /// <param name="earlier">Of an earlier version, and nobody else's: its tree is changed where this is not null.</param>
    /// <param name="source">The text.</param>
    /// <param name="budget">What may be spent; nothing is where this is null.</param>
    /// <returns>What <see cref="DescriptionTextReader"/> would give; null: it has to be asked.</returns>
    public static TextReadResult? Read(TextReadResult earlier, SourceText source, NodeBudget budget)
    {
        if (earlier.Root is not { } root || source.HasByteOrderMark || source.Text.Length > NodeBudget.MaximumCharacters)
        {
            return null;
        }

        var change = TextChange.Between(earlier.Source.Text, source.Text);
        if (change.IsNone)
        {
            return budget.TrySpend(earlier.Spent) ? earlier : null;
        }

        var parts = earlier.Parts switch
        {
            SelfContainedParts.Values => ValuesAround(root, change),
            SelfContainedParts.Entries => EntriesAround(root, change, earlier.Source.Text, source.Text),
            _ => [],
        };
        var tried = 0L;
        foreach (var part in parts)
        {
            // Behind this it would not be worth it, and a text that is broken for good would be parsed over and over.
            tried += part.Length;
            if (tried > source.Text.Length / 2)
            {
                break;
            }

            if (TryRead(part, source, budget.CancellationToken) is { } read && earlier.Spent - part.Node.Count() + read.Spent is var spent && budget.TrySpend(spent))
            {
                Move(root, change);
                part.Node.Parent!.Replace(part.Node, read.Node);
                root.Origin.Text = source;
                return new TextReadResult { Source = source, Root = root, Parts = earlier.Parts, Spent = spent };
            }
        }

        return null;
    }

    /// <summary>Null too where it is beyond a limit: the parser says so of the whole text.</summary>
    private static (Node Node, int Spent)? TryRead(Part part, SourceText source, CancellationToken cancellationToken)
    {
        var budget = new NodeBudget(cancellationToken);
        try
        {
            if (part.Read(source, budget) is not { } node)
            {
                return null;
            }

            NodeBudget.CheckBreadth(node);
            return (node, budget.Spent);
        }
        catch (TextProblemException)
        {
            return null;
        }
    }

    /// <summary>Everything behind the change stands elsewhere in the later text.</summary>
    private static void Move(Node node, TextChange change)
    {
        node.Start = change.OffsetInLater(node.Start);
        if (node is not ContainerNode container)
        {
            return;
        }

        container.End = change.OffsetInLater(container.End);
        for (var index = container.Children.Count - 1; index >= 0; index--)
        {
            var child = container.Children[index];
            var isBefore = child.Start < change.Start;
            Move(child, change);
            if (isBefore)
            {
                // It may reach into what changed; the ones before it do not.
                break;
            }
        }
    }

    /// <summary>Objects and lists whose brackets stand around the change, the innermost first.</summary>
    private static Stack<Part> ValuesAround(Node root, TextChange change)
    {
        var parts = new Stack<Part>();
        var depth = 1;
        for (var current = root; current is ContainerNode container; depth++)
        {
            var open = OpeningOf(container);
            if (open >= change.Start || container.End <= change.End)
            {
                break;
            }

            if (container.Parent is not null)
            {
                parts.Push(new ValuePart(container, depth, open, change.OffsetInLater(container.End)));
            }

            current = LastBefore(container, change.Start);
        }

        return parts;
    }

    /// <summary>Offset of its brace or bracket, which only a colon can part from the name.</summary>
    private static int OpeningOf(ContainerNode node)
    {
        var offset = node.Parent is ObjectNode ? node.Start + node.Length : node.Start;
        var text = node.Source.Text;
        while (text[offset] is not ('{' or '['))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Entries of mappings in block style around the change, the innermost first.</summary>
    private static Stack<Part> EntriesAround(Node root, TextChange change, string earlier, string later)
    {
        var parts = new Stack<Part>();
        var depth = 1;
        for (var current = root; current is ContainerNode { IsFlow: false } container; depth++)
        {
            current = LastBefore(container, change.Start);
            if (container is not ObjectNode || current is null || current.Start + current.Length >= change.Start || LineOf(current.Start, earlier) is not { } line)
            {
                continue;
            }

            var next = Following(current);
            var end = next is null ? earlier.Length : StartOfLine(next.Start, earlier);
            var newEnd = change.OffsetInLater(end);
            if (change.End <= end && change.NewEnd <= newEnd && newEnd > line && (next is null || later[newEnd - 1] == '\n'))
            {
                parts.Push(new EntryPart(current, depth + 1, line, newEnd));
            }
        }

        return parts;
    }

    /// <summary>The last child that begins before an offset.</summary>
    private static Node? LastBefore(ContainerNode container, int offset)
    {
        var (low, high) = (0, container.Children.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = container.Children[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : container.Children[low - 1];
    }

    /// <summary>What comes behind a node and all that is in it.</summary>
    private static Node? Following(Node node)
    {
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            if (current.Index + 1 < parent.Children.Count)
            {
                return parent.Children[current.Index + 1];
            }
        }

        return null;
    }

    /// <summary>Where the line starts that begins with this character; null where something but spaces stands before it.</summary>
    private static int? LineOf(int offset, string text)
    {
        var start = StartOfLine(offset, text);
        for (var index = start; index < offset; index++)
        {
            if (text[index] != ' ')
            {
                return null;
            }
        }

        return start;
    }

    private static int StartOfLine(int offset, string text) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>A part of the text, and the node of the earlier tree that it is.</summary>
    private abstract class Part(Node node, int depth, int length)
    {
        public Node Node { get; } = node;

        /// <summary>In characters of the later text.</summary>
        public int Length { get; } = length;

        protected int Depth { get; } = depth;

        /// <returns>The node of the later text; null where this part is not it.</returns>
        /// <exception cref="TextProblemException">It cannot be read, or is beyond a limit.</exception>
        public abstract Node? Read(SourceText source, NodeBudget budget);
    }

    private sealed class ValuePart(ContainerNode node, int depth, int start, int end) : Part(node, depth, end - start)
    {
        public override Node? Read(SourceText source, NodeBudget budget)
        {
            var duplicates = new List<Node>();
            var value = new JsonTextReader(source, Node.Origin, start, end, budget, duplicates).Read(Depth);
            (value.Start, value.Length) = (Node.Start, Node.Length);
            return duplicates.Count == 0 ? value : null;
        }
    }

    private sealed class EntryPart(Node node, int depth, int start, int end) : Part(node, depth, end - start)
    {
        public override Node? Read(SourceText source, NodeBudget budget)
        {
            // With the line behind it: by that the parser knows where the entry ends.
            var behind = end < source.Text.Length ? source.Text.IndexOf('\n', end) : -1;
            var text = EditedText.Of(source, start, behind < 0 ? source.Text.Length : behind + 1);
            var duplicates = new List<Node>();
            var reader = new YamlTextReader(source, text, budget, duplicates, Node.Origin);
            return reader.ReadEntry(Depth, end) is { } entry && reader.IsSelfContained && duplicates.Count == 0 && entry.Name == Node.Name ? entry.Value : null;
        }
    }
}
