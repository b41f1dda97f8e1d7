using Specwright.Reading.Text;

namespace Specwright.Reading.References;

/// <summary>Follows <c>$ref</c> from node to node, within the description and into other files.</summary>
internal sealed class ReferenceResolver(DescriptionFiles files)
{
    private readonly Dictionary<Node, Dictionary<string, Node>> _anchors = [];

    /// <summary>The text of a <c>$ref</c> (or, in 3.1, a <c>$dynamicRef</c>); null when the node is none.</summary>
    /// <remarks>
    /// A dynamic reference is taken for a plain one: which schema it meets depends on the way there, and descriptions without generic
    /// templates mean the one schema that has the anchor.
    /// </remarks>
    public static string? ReferenceOf(Node? node) => MemberOf(node)?.Text;

    /// <summary>Where <see cref="ReferenceOf"/> stands: a finding about the reference points there and not at the name of what holds it.</summary>
    public static ScalarNode? MemberOf(Node? node) =>
        node is ObjectNode candidate && (candidate["$ref"] ?? candidate["$dynamicRef"]) is ScalarNode { Kind: ScalarKind.String } reference ? reference : null;

    /// <summary>The node one step away; null when the reference leads nowhere.</summary>
    public Node? Step(string reference, Node from)
    {
        var hash = reference.IndexOf('#');
        var fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (files.Find(hash < 0 ? reference : reference.Substring(0, hash), from) is not { } root)
        {
            return Anchors(from.Root).TryGetValue(reference, out var identified) ? identified : null;
        }

        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return Anchors(root).TryGetValue("#" + fragment, out var anchored) ? anchored : null;
        }

        // A pointer in a URI is percent-encoded; some publishers leave percent signs as they are.
        return Walk(root, Uri.UnescapeDataString(fragment)) ?? Walk(root, fragment);
    }

    /// <summary>The first node that is no reference itself; null when the chain leads nowhere or in a circle.</summary>
    public Node? Resolve(Node node)
    {
        HashSet<Node>? seen = null;
        var current = node;
        while (ReferenceOf(current) is { } reference)
        {
            if (!(seen ??= []).Add(current) || Step(reference, current) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    private static Node? Walk(Node root, string fragment) => JsonPointer.Walk(root, fragment.Split('/').Skip(1).Select(JsonPointer.Unescape));

    /// <summary>Schemas of a file by <c>#anchor</c> and by <c>$id</c>; of two with one name the first counts.</summary>
    private Dictionary<string, Node> Anchors(Node root)
    {
        if (!_anchors.TryGetValue(root, out var anchors))
        {
            anchors = new Dictionary<string, Node>(StringComparer.Ordinal);
            Collect(root, anchors);
            _anchors.Add(root, anchors);
        }

        return anchors;
    }

    private static void Collect(Node node, Dictionary<string, Node> anchors)
    {
        if (node is ObjectNode candidate)
        {
            Add(candidate, "$anchor", "#", anchors);
            Add(candidate, "$dynamicAnchor", "#", anchors);
            Add(candidate, "$id", "", anchors);
        }

        foreach (var child in node is ContainerNode container ? container.Children : [])
        {
            Collect(child, anchors);
        }
    }

    private static void Add(ObjectNode node, string keyword, string prefix, Dictionary<string, Node> anchors)
    {
        if (node[keyword] is ScalarNode { Kind: ScalarKind.String } name && !anchors.ContainsKey(prefix + name.Text))
        {
            anchors.Add(prefix + name.Text, node);
        }
    }
}
