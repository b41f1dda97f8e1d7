namespace Specwright.Reading.Text;

/// <summary>Copies the tree of a text for a later version of it: all stands where it stands there, and one node is another.</summary>
/// <param name="source">The later version.</param>
/// <param name="change">What differs.</param>
/// <param name="replaced">The node around the change; null: nothing differs.</param>
/// <param name="replacement">What stands there now.</param>
/// <param name="budget">What may be spent, the replacement left out.</param>
internal sealed class TreeCopy(SourceText source, TextChange change, Node? replaced, Node? replacement, NodeBudget budget)
{
    /// <summary>The same with a tree of its own, for who changes it.</summary>
    public static TextReadResult Of(TextReadResult result) => new()
    {
        Source = result.Source,
        Root = new TreeCopy(result.Source, default, null, null, new NodeBudget(CancellationToken.None)).Of(result.Root!),
        Parts = result.Parts,
        Spent = result.Spent,
    };

    /// <exception cref="TextProblemException">The copy is beyond a limit.</exception>
    public Node Of(Node root) => Of(root, 1);

    private Node Of(Node node, int depth)
    {
        if (node == replaced)
        {
            return replacement!;
        }

        var start = change.OffsetInLater(node.Start);
        budget.Spend(depth, source, start);
        switch (node)
        {
            case ObjectNode original:
                var copy = new ObjectNode(source, start, node.Length, original.Members.Count) { End = EndOf(original) };
                for (var index = 0; index < original.Members.Count; index++)
                {
                    copy.Add(original.Members[index].Name, Of(original.Members[index], depth + 1));
                }

                return copy;
            case ArrayNode original:
                var array = new ArrayNode(source, start, node.Length, original.Items.Count) { End = EndOf(original) };
                for (var index = 0; index < original.Items.Count; index++)
                {
                    array.Add(Of(original.Items[index], depth + 1));
                }

                return array;
            default:
                var scalar = (ScalarNode)node;
                return new ScalarNode(source, start, node.Length, scalar.Kind, scalar.Text);
        }
    }

    private int EndOf(ContainerNode container) => container.IsFlow ? change.OffsetInLater(container.End) : 0;
}
