using Specwright.Reading.Text;

namespace Specwright.Reading.Library;

/// <summary>
/// How long chains of references to references are within one file. The library goes down a chain anew for each question about its
/// first link, so that some thousand links keep it busy for minutes, and more of them overflow the stack.
/// </summary>
internal static class ReferenceChains
{
    /// <summary>Whether one has more links than given.</summary>
    public static bool AnyLongerThan(int links, Node root)
    {
        var rest = new Stack<Node>([root]);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            if (LengthFrom(node, root, links + 1) > links)
            {
                return true;
            }

            foreach (var child in node is ContainerNode container ? container.Children : [])
            {
                rest.Push(child);
            }
        }

        return false;
    }

    /// <summary>Counted to the limit only. A circle counts as nothing: the library notices it.</summary>
    private static int LengthFrom(Node node, Node root, int limit)
    {
        HashSet<Node>? seen = null;
        var length = 0;
        for (var current = node; length < limit && Target(current, root) is { } next; current = next)
        {
            if (!(seen ??= [node]).Add(next))
            {
                return 0;
            }

            length++;
        }

        return length;
    }

    private static Node? Target(Node node, Node root) =>
        node is ObjectNode candidate && candidate["$ref"] is ScalarNode { Kind: ScalarKind.String } reference && reference.Text.StartsWith("#/", StringComparison.Ordinal)
            ? JsonPointer.Walk(root, JsonPointer.Tokens(Uri.UnescapeDataString(reference.Text)))
            : null;
}
