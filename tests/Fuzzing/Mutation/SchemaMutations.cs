using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Changes that turn schemas into other schemas.</summary>
internal static class SchemaMutations
{
    public static string? Replace(MutationContext context)
    {
        var slot = context.SchemaSlot();
        slot?.Set(context.SomeSchema());
        return slot?.Pointer;
    }

    public static string? Keyword(MutationContext context)
    {
        var slot = context.Slot(slot => slot.Node is JsonObject && slot.IsSchema);
        return Inject(context, slot);
    }

    public static string? KeywordAnywhere(MutationContext context) => Inject(context, context.Chance(6) ? null : context.Slot(slot => slot.Node is JsonObject));

    public static string? Cycle(MutationContext context)
    {
        if (context.SchemaSlot() is not { } slot)
        {
            return null;
        }

        var steps = slot.Pointer.Split('/');
        var reference = context.Random.Next(9) switch
        {
            0 => slot.Pointer,
            1 => string.Join('/', steps.Take(1 + context.Random.Next(steps.Length))),
            2 => context.Choose(context.Slots).Pointer,
            3 => Uri.EscapeDataString(context.Choose(context.Slots).Pointer).Replace("%23", "#", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal),
            4 => context.Choose(["#", "#/", "#/components/schemas", "#/components/schemas/Missing", "#anchor", "other.yaml#/A", "Fuzz.json#/components/schemas", "#/%zz", "#//", "#/0"]),
            5 when context.SchemaSlot() is { } other => other.Pointer,
            _ => context.SomeSchemaPointer(),
        };
        var schema = new JsonObject { ["$ref"] = reference };
        if (slot.Node is JsonObject written && context.Chance(3))
        {
            foreach (var (name, value) in written)
            {
                schema.TryAdd(name, value?.DeepClone());
            }
        }

        slot.Set(schema);
        return $"{slot.Pointer} to {reference}";
    }

    public static string? Compose(MutationContext context)
    {
        if (context.SchemaSlot() is not { } slot)
        {
            return null;
        }

        var keyword = context.Choose(["allOf", "oneOf", "anyOf"]);
        var members = new JsonArray(slot.Node?.DeepClone());
        for (var count = context.Random.Next(4); count > 0; count--)
        {
            members.Insert(context.Random.Next(members.Count + 1), context.Chance(6) ? new JsonObject { ["type"] = "null" } : context.SomeSchema());
        }

        var schema = new JsonObject { [keyword] = members };
        if (context.Chance(3))
        {
            var discriminator = new JsonObject { ["propertyName"] = context.Choose(["kind", "type", "a", "Value", "", "class"]) };
            if (context.Chance(2))
            {
                discriminator["mapping"] = new JsonObject { ["a"] = context.SomeSchemaPointer(), [ExoticNames.Choose(context)] = context.SomeSchemaPointer().Split('/')[^1] };
            }

            schema["discriminator"] = discriminator;
        }

        if (context.Chance(3) && SchemaSamples.Choose(context) is JsonObject beside)
        {
            foreach (var (name, value) in beside)
            {
                schema.TryAdd(name, value?.DeepClone());
            }
        }

        slot.Set(schema);
        return $"{slot.Pointer} in {keyword}";
    }

    /// <summary>Puts a schema into a list, a map or a property of a new object.</summary>
    public static string? Wrap(MutationContext context)
    {
        if (context.SchemaSlot() is not { } slot)
        {
            return null;
        }

        var inner = slot.Node?.DeepClone();
        slot.Set(context.Random.Next(5) switch
        {
            0 => new JsonObject { ["type"] = "array", ["items"] = inner },
            1 => new JsonObject { ["type"] = "object", ["additionalProperties"] = inner },
            2 => new JsonObject { ["type"] = "object", ["required"] = new JsonArray("inner"), ["properties"] = new JsonObject { ["inner"] = inner, ["Inner"] = new JsonObject { ["type"] = "string" } } },
            3 => new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(inner, new JsonObject { ["type"] = "integer" }) },
            _ => new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^x"] = inner } },
        });
        return slot.Pointer;
    }

    /// <summary>Gives a named schema or property an exotic name, as a neighbour of what is there.</summary>
    public static string? AddNamed(MutationContext context)
    {
        var slot = context.Slot(slot => slot.Name is "schemas" or "definitions" or "properties" && slot.Node is JsonObject);
        if (slot?.Node is not JsonObject map)
        {
            return null;
        }

        var name = ExoticNames.Choose(context);
        map[name] = context.SomeSchema();
        if (slot.Name is "schemas" or "definitions" && context.SchemaSlot() is { } user)
        {
            user.Set(new JsonObject { ["$ref"] = slot.Pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) });
        }

        return $"{slot.Pointer} '{name}'";
    }

    private static string? Inject(MutationContext context, NodeSlot? slot)
    {
        var target = slot is null ? context.Root : slot.Node as JsonObject;
        if (target is null)
        {
            return null;
        }

        var (keyword, value) = KeywordTable.Choose(context, slot);
        target[keyword] = value;
        return $"{slot?.Pointer ?? "#"} {keyword}: {(value is null ? "null" : DescriptionText.Json(value))}";
    }
}
