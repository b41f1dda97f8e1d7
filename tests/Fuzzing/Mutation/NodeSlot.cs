using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>A place in a tree that holds a node (or null): a member of an object or an item of a list.</summary>
/// <param name="Owner">The object or list.</param>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The item's index.</param>
/// <param name="Pointer">As a JSON pointer with its leading <c>#</c>.</param>
internal sealed record NodeSlot(JsonNode Owner, string? Name, int Index, string Pointer)
{
    public JsonNode? Node => Owner is JsonObject members ? members[Name!] : ((JsonArray)Owner)[Index];

    /// <summary>The last step of the pointer that is a name: of an item, that of its list.</summary>
    public string Keyword => Name ?? (Pointer.Split('/') is { Length: > 1 } steps ? steps[^2] : "");

    /// <summary>Where a schema stands, judged by the keywords around it.</summary>
    public bool IsSchema
    {
        get
        {
            var steps = Pointer.Split('/');
            var last = steps[^1];
            var before = steps.Length > 1 ? steps[^2] : "";
            return before is "properties" or "schemas" or "definitions" or "patternProperties" or "allOf" or "oneOf" or "anyOf" or "prefixItems" or "$defs"
                || (last is "schema" or "items" or "additionalProperties" or "not" or "propertyNames" && before is not "properties");
        }
    }

    public void Set(JsonNode? node)
    {
        if (Owner is JsonObject members)
        {
            members[Name!] = node;
        }
        else
        {
            ((JsonArray)Owner)[Index] = node;
        }
    }

    public void Delete()
    {
        if (Owner is JsonObject members)
        {
            members.Remove(Name!);
        }
        else
        {
            ((JsonArray)Owner).RemoveAt(Index);
        }
    }

    /// <summary>Every slot below a node, in the order of the text.</summary>
    public static List<NodeSlot> AllOf(JsonNode root)
    {
        var slots = new List<NodeSlot>();
        Add(root, "#", slots);
        return slots;
    }

    private static void Add(JsonNode? node, string pointer, List<NodeSlot> slots)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                var slot = new NodeSlot(node, name, 0, $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");
                slots.Add(slot);
                Add(value, slot.Pointer, slots);
            }
        }
        else if (node is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                var slot = new NodeSlot(node, null, index, $"{pointer}/{index}");
                slots.Add(slot);
                Add(items[index], slot.Pointer, slots);
            }
        }
    }
}
