using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Changes of a tree that know nothing of what stands in it.</summary>
internal static class TreeMutations
{
    public static string? Delete(MutationContext context)
    {
        var slot = context.Slot(_ => true);
        slot?.Delete();
        return slot?.Pointer;
    }

    public static string? Duplicate(MutationContext context)
    {
        if (context.Slot(_ => true) is not { } slot)
        {
            return null;
        }

        if (slot.Owner is JsonArray list)
        {
            list.Insert(context.Random.Next(list.Count + 1), slot.Node?.DeepClone());
            return slot.Pointer;
        }

        var name = context.Chance(2) ? ExoticNames.Choose(context) : context.Choose<Func<string, string>>([text => text + "2", text => text.ToUpperInvariant(), text => "_" + text, text => text + "_", text => text.Replace('_', '-')])(slot.Name!);
        ((JsonObject)slot.Owner)[name] = slot.Node?.DeepClone();
        return $"{slot.Pointer} as '{name}'";
    }

    public static string? Swap(MutationContext context)
    {
        if (context.Slot(_ => true) is not { } first || context.Slot(slot => !slot.Pointer.StartsWith(first.Pointer, StringComparison.Ordinal) && !first.Pointer.StartsWith(slot.Pointer, StringComparison.Ordinal)) is not { } second)
        {
            return null;
        }

        var copy = first.Node?.DeepClone();
        first.Set(second.Node?.DeepClone());
        second.Set(copy);
        return $"{first.Pointer} and {second.Pointer}";
    }

    public static string? Retarget(MutationContext context)
    {
        if (context.Slot(_ => true) is not { } target || context.Slot(slot => slot.Node is not null) is not { } source)
        {
            return null;
        }

        target.Set(source.Node!.DeepClone());
        return $"{target.Pointer} by {source.Pointer}";
    }

    public static string? WrongKind(MutationContext context)
    {
        var slot = context.Slot(_ => true);
        slot?.Set(KeywordTable.AnyValue(context));
        return slot?.Pointer;
    }

    public static string? Rename(MutationContext context)
    {
        if (context.Slot(slot => slot.Name is not null && slot.Pointer.Count(character => character == '/') > 1) is not { } slot || slot.Owner is not JsonObject members)
        {
            return null;
        }

        var name = context.Chance(12) ? context.Choose(context.Slots).Name ?? "a" : ExoticNames.Choose(context);
        var copy = members.Select(member => (member.Key, Value: member.Value?.DeepClone())).ToList();
        members.Clear();
        foreach (var (key, value) in copy)
        {
            members[key == slot.Name ? name : key] = value;
        }

        if (context.Chance(2))
        {
            PointTo(context, slot.Pointer, slot.Pointer[..^(slot.Pointer.Length - slot.Pointer.LastIndexOf('/') - 1)] + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return $"{slot.Pointer} to '{name}'";
    }

    public static string? Text(MutationContext context)
    {
        var slot = context.Slot(slot => slot.Node is JsonValue value && value.TryGetValue<string>(out _) && slot.Name is not ("openapi" or "swagger" or "type" or "in" or "$ref"));
        var name = ExoticNames.Choose(context);
        slot?.Set(JsonValue.Create(name));
        return slot is null ? null : $"{slot.Pointer} is '{name}'";
    }

    public static string? Number(MutationContext context)
    {
        var slot = context.Slot(slot => slot.Node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number);
        slot?.Set(JsonNode.Parse(context.Choose(["0", "-0", "-1", "1e400", "-1e400", "1e-400", "0.1", "2147483648", "9223372036854775808", "1" + new string('0', 60), "\"NaN\"", "\"-Infinity\"", "null"])));
        return slot?.Pointer;
    }

    /// <summary>References follow a renamed target, as an editor would make them.</summary>
    private static void PointTo(MutationContext context, string written, string renamed)
    {
        context.Changed();
        foreach (var slot in context.Slots.Where(slot => slot.Name == "$ref" && slot.Node is JsonValue value && value.TryGetValue<string>(out var target) && target == written).ToList())
        {
            slot.Set(JsonValue.Create(renamed));
        }
    }
}
