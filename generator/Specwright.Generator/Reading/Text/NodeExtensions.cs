namespace Specwright.Reading.Text;

/// <summary>Typed looks at members; anything of another kind counts as absent, because the reading library has reported it.</summary>
internal static class NodeExtensions
{
    public static string? TextOf(this ObjectNode node, string name) =>
        node[name] is ScalarNode { Kind: ScalarKind.String or ScalarKind.Number } scalar ? scalar.Text : null;

    public static bool IsTrue(this ObjectNode node, string name) => node[name] is ScalarNode { Kind: ScalarKind.True };

    /// <summary>The member's truth; null when it is absent or no boolean.</summary>
    public static bool? TruthOf(this ObjectNode node, string name) => node[name] switch
    {
        ScalarNode { Kind: ScalarKind.True } => true,
        ScalarNode { Kind: ScalarKind.False } => false,
        _ => null,
    };

    public static IReadOnlyList<Node> MembersOf(this ObjectNode node, string name) => node[name] is ObjectNode members ? members.Members : [];

    public static IReadOnlyList<Node> ItemsOf(this ObjectNode node, string name) => node[name] is ArrayNode items ? items.Items : [];

    /// <summary>The strings of a list, in order.</summary>
    public static IEnumerable<string> TextsOf(this ObjectNode node, string name) =>
        node.ItemsOf(name).OfType<ScalarNode>().Where(item => item.Kind is ScalarKind.String or ScalarKind.Number).Select(item => item.Text);

    public static bool IsNull(this Node node) => node is ScalarNode { Kind: ScalarKind.Null };
}
