using System.Text.Json.Nodes;
using Specwright.Fuzzing.Mutation;

namespace Specwright.Fuzzing.Injection;

/// <summary>A place of a description where a text stands: a value, or the name of a member.</summary>
internal sealed record TextPosition(string Pointer, bool IsName)
{
    public override string ToString() => IsName ? $"name of {Pointer}" : Pointer;

    /// <summary>Every one there is, found by walking: none has to be remembered here when a feature comes.</summary>
    public static IReadOnlyList<TextPosition> AllOf(JsonObject root) =>
    [
        .. NodeSlot.AllOf(root).SelectMany(slot => new TextPosition?[]
        {
            slot.Name is null ? null : new TextPosition(slot.Pointer, true),
            slot.Node is JsonValue value && value.TryGetValue<string>(out _) ? new TextPosition(slot.Pointer, false) : null,
        }).OfType<TextPosition>(),
    ];

    /// <summary>A copy of the tree with another text here; references to a renamed target follow.</summary>
    public JsonObject With(JsonObject root, string text)
    {
        var copy = (JsonObject)root.DeepClone();
        var slot = NodeSlot.AllOf(copy).Find(candidate => candidate.Pointer == Pointer)!;
        if (!IsName)
        {
            slot.Set(text);
            return copy;
        }

        var owner = (JsonObject)slot.Owner;
        var index = owner.IndexOf(slot.Name!);
        var node = slot.Node;
        owner.RemoveAt(index);
        owner.Insert(index, text, node);
        var renamed = Pointer[..(Pointer.LastIndexOf('/') + 1)] + text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        foreach (var reference in NodeSlot.AllOf(copy).Where(candidate => candidate.Node is JsonValue value && value.TryGetValue<string>(out var target) && (target == Pointer || target.StartsWith(Pointer + "/", StringComparison.Ordinal))))
        {
            // Percent signs are the reference's own encoding.
            reference.Set(renamed.Replace("%", "%25", StringComparison.Ordinal) + reference.Node!.GetValue<string>()[Pointer.Length..]);
        }

        return copy;
    }
}
