using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>The tree that is being changed, and the source of chance.</summary>
internal sealed class MutationContext(JsonObject root, Random random)
{
    private List<NodeSlot>? _slots;

    public JsonObject Root { get; } = root;

    public Random Random { get; } = random;

    /// <summary>All slots of the tree as it is now. Ask again after a change.</summary>
    public List<NodeSlot> Slots => _slots ??= NodeSlot.AllOf(Root);

    public bool IsVersion2 => Root["swagger"] is not null;

    public string SchemaRoot => IsVersion2 ? "#/definitions/" : "#/components/schemas/";

    public JsonObject? Schemas => IsVersion2 ? Root["definitions"] as JsonObject : (Root["components"] as JsonObject)?["schemas"] as JsonObject;

    /// <summary>Forgets the slots, which a change may have made stale.</summary>
    public void Changed() => _slots = null;

    public bool Chance(int oneIn) => Random.Next(oneIn) == 0;

    public T Choose<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];

    public NodeSlot? Slot(Func<NodeSlot, bool> suits)
    {
        var suitable = Slots.Where(suits).ToList();
        return suitable.Count == 0 ? null : Choose(suitable);
    }

    public NodeSlot? SchemaSlot() => Slot(slot => slot.IsSchema);

    /// <summary>A copy of some schema of the tree, or a small new one.</summary>
    public JsonNode? SomeSchema() => !Chance(3) && SchemaSlot()?.Node is { } node ? node.DeepClone() : SchemaSamples.Choose(this);

    /// <summary>The pointer of a named schema; of none that exists where there are none.</summary>
    public string SomeSchemaPointer()
    {
        var names = Schemas?.Select(schema => schema.Key).ToList() ?? [];
        return SchemaRoot + (names.Count == 0 ? "Missing" : Choose(names).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }

    /// <summary>Objects that stand for an operation: under a path, a webhook or a callback, by method.</summary>
    public NodeSlot? Operation() => Slot(slot => slot.Node is JsonObject && slot.Name is "get" or "put" or "post" or "delete" or "patch" or "head" or "options");

    public NodeSlot? Parameter() => Slot(slot => slot.Node is JsonObject && slot.Keyword == "parameters");
}
