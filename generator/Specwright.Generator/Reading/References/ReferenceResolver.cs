using Specwright.Reading.Text;

namespace Specwright.Reading.References;

/// <summary>Follows <c>$ref</c> from node to node, within the description and into other files.</summary>
internal sealed class ReferenceResolver(DescriptionFiles files)
{
    /// <summary>Of references to references: nobody means a longer chain.</summary>
    private const int MaxSteps = 32;

    /// <summary>Of pointers through references inside one another.</summary>
    private const int MaxThrough = 8;

    private readonly Dictionary<Node, Dictionary<string, Node>> _anchors = [];
    private readonly Dictionary<(Node Root, string Fragment), Node?> _through = [];
    private readonly Dictionary<(Node Root, string Reference), Node> _local = [];
    private int _depth;

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
        if (hash != 0 || reference.Length < 2 || reference[1] != '/')
        {
            return Step(reference, hash, from);
        }

        // Thousands of places refer to the same.
        var place = (from.Root, reference);
        if (!_local.TryGetValue(place, out var known) && Step(reference, hash, from) is { } target)
        {
            _local.Add(place, known = target);
        }

        return known;
    }

    private Node? Step(string reference, int hash, Node from)
    {
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
        return Walk(root, Uri.UnescapeDataString(fragment)) ?? Walk(root, fragment) ?? WalkThrough(root, Uri.UnescapeDataString(fragment));
    }

    /// <summary>The first node that is no reference itself; null when the chain leads nowhere, in a circle, or on and on.</summary>
    public Node? Resolve(Node node)
    {
        HashSet<Node>? seen = null;
        var current = node;
        while (ReferenceOf(current) is { } reference)
        {
            if (!(seen ??= []).Add(current) || seen.Count > MaxSteps || Step(reference, current) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    /// <summary>
    /// A pointer that goes through a reference, as tools write it that put one schema for many alike: <c>#/paths/…/items/properties/id</c>, where <c>items</c> is a <c>$ref</c>. RFC 6901 knows no such
    /// thing, but what is meant is plain.
    /// </summary>
    private Node? WalkThrough(Node root, string fragment)
    {
        if (_through.TryGetValue((root, fragment), out var known))
        {
            return known;
        }

        // A pointer through itself, and hostile ones through each other, lead nowhere.
        if (_depth == MaxThrough)
        {
            return null;
        }

        _through[(root, fragment)] = null;
        _depth++;
        Node? current = root;
        foreach (var token in fragment.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            current = current is null ? null : JsonPointer.Walk(current, [token]) ?? (ReferenceOf(current) is null || Resolve(current) is not { } target ? null : JsonPointer.Walk(target, [token]));
        }

        _depth--;
        return _through[(root, fragment)] = current;
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
