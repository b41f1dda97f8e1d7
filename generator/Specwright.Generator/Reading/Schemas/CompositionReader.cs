using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary><c>allOf</c>, <c>oneOf</c> and <c>anyOf</c>, reduced to what they add.</summary>
internal sealed class CompositionReader(SchemaReader schemas, DiscriminatorReader discriminators)
{
    /// <summary>Keywords that give values a shape. A schema without any of them only validates or annotates.</summary>
    private static readonly string[] ShapeKeywords =
    [
        "$ref", "$dynamicRef", "type", "properties", "additionalProperties", "patternProperties", "items", "prefixItems", "enum", "const",
        "allOf", "oneOf", "anyOf", "format",
    ];

    /// <summary>Whether keywords beside a <c>$ref</c> or <c>allOf</c> add to the shape. Its type alone does not: the parts say the same.</summary>
    public static bool HasShape(ObjectNode node) =>
        node["properties"] is ObjectNode { Members.Count: > 0 }
        || node["additionalProperties"] is ObjectNode or ScalarNode { Kind: ScalarKind.True }
        || node["patternProperties"] is ObjectNode { Members.Count: > 0 }
        || node["items"] is not null
        || node["enum"] is ArrayNode
        || node["const"] is not null
        || (node["required"] is ArrayNode { Items.Count: > 0 })
        || DiscriminatorReader.BasePropertyOf(node) is not null;

    public Schema Read(ObjectNode node)
    {
        var parts = new List<Schema>();
        AddAllOf(node, parts);
        AddUnion(node, "oneOf", parts);
        AddUnion(node, "anyOf", parts);
        var listed = AddListed(node, parts);
        if (parts.Count == 0 || HasShape(node))
        {
            parts.Add(ReadOwn(node, isBase: !listed));
        }

        var schema = parts.Count == 1 && !IsKind(node, parts[0]) ? parts[0] : new AllOfSchema { Pointer = node.Pointer, Parts = parts.ToEquatableArray() };
        var annotated = AnnotationReader.Annotate(schema, node);
        return !annotated.AllowsNull && HasNullBranch(node) ? annotated with { AllowsNull = true } : annotated;
    }

    /// <summary>What JSON Schema means by keywords beside a <c>$ref</c>: both hold.</summary>
    public Schema Beside(ReferenceSchema reference, ObjectNode node) => new AllOfSchema
    {
        Pointer = node.Pointer,
        Parts = EquatableArray.Of(reference, schemas.ReadOwnType(node)),
    };

    private static bool HasNullBranch(ObjectNode node) => node.ItemsOf("oneOf").Any(AnnotationReader.IsNullOnly) || node.ItemsOf("anyOf").Any(AnnotationReader.IsNullOnly);

    /// <summary>A schema that only repeats its base is a kind of its own nevertheless: the discriminator tells it.</summary>
    private bool IsKind(ObjectNode node, Schema only) => only is ReferenceSchema && node.Parent is ObjectNode { Name: "schemas" or "definitions" } && discriminators.BuildsOnBase(node);

    private Schema ReadOwn(ObjectNode node, bool isBase)
    {
        var own = schemas.ReadOwnType(node);
        if (own is not ObjectSchema schema || !isBase || discriminators.ReadBase(node) is not { } discriminator)
        {
            return own;
        }

        if (node["allOf"] is not null || schema.Properties.Any(property => property.WireName == discriminator.WireName))
        {
            return schema with { Discriminator = discriminator };
        }

        var property = DiscriminatorReader.PropertyOf(node, discriminator) with { IsRequired = schema.RequiredElsewhere.Contains(discriminator.WireName) };
        return schema with
        {
            Discriminator = discriminator,
            Properties = schema.Properties.Append(property).ToEquatableArray(),
            RequiredElsewhere = schema.RequiredElsewhere.Where(name => name != discriminator.WireName).ToEquatableArray(),
        };
    }

    /// <summary>Whether the mapping of the discriminator lists the branches of a union.</summary>
    private bool AddListed(ObjectNode node, List<Schema> parts)
    {
        var branches = parts.Count > 0 ? [] : discriminators.ListedBranches(node);
        if (branches.Count == 0)
        {
            return false;
        }

        foreach (var branch in branches)
        {
            schemas.Register(branch);
        }

        parts.Add(new UnionSchema
        {
            Pointer = node.Pointer,
            Branches = branches.Select((branch, position) => (Schema)new ReferenceSchema
            {
                Pointer = node.Pointer + "/discriminator/mapping/" + position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Target = branch.Pointer,
            }).ToEquatableArray(),
            DiscriminatorWireName = DiscriminatorReader.BasePropertyOf(node),
            DiscriminatorValues = discriminators.ReadBase(node)!.Values,
        });
        return true;
    }

    private void AddAllOf(ObjectNode node, List<Schema> parts)
    {
        foreach (var part in node.ItemsOf("allOf"))
        {
            if (part is ObjectNode { Members.Count: > 0 } candidate && (AddsShape(candidate) || candidate["required"] is ArrayNode { Items.Count: > 0 }))
            {
                parts.Add(candidate["required"] is not null && !AddsShape(candidate) ? new ObjectSchemaReader(schemas, []).Read(candidate) : schemas.Read(part));
            }
        }
    }

    private void AddUnion(ObjectNode node, string keyword, List<Schema> parts)
    {
        var listed = node.ItemsOf(keyword);
        if (listed.Count == 0)
        {
            return;
        }

        var branches = listed.Where(branch => !AnnotationReader.IsNullOnly(branch)).ToList();
        if (branches.Count == 0)
        {
            if (!HasOwnType(node))
            {
                parts.Add(new AnySchema { Pointer = node.Pointer, AllowsNull = true });
            }

            return;
        }

        // anyOf: [{required: [a]}, {required: [b]}] chooses among values, not among types.
        if (branches.All(branch => branch is ObjectNode candidate && !AddsShape(candidate)))
        {
            return;
        }

        var read = branches.Select(schemas.Read).ToList();
        if (read.Count == 1)
        {
            parts.Add(read[0]);
            return;
        }

        parts.Add((Schema?)UnitedEnumeration(node, read) ?? new UnionSchema
        {
            Pointer = node.Pointer,
            Branches = read.ToEquatableArray(),
            DiscriminatorWireName = (node["discriminator"] as ObjectNode)?.TextOf("propertyName"),
            DiscriminatorValues = discriminators.Read(node, read),
        });
    }

    /// <summary>
    /// One enumeration instead of a union of strings: <c>oneOf</c> of constants is how 3.1 describes enumeration members one by one, and
    /// <c>anyOf</c> of a string and an enumeration is how others say that further values may come, which holds for our enumerations anyway.
    /// </summary>
    private static StringSchema? UnitedEnumeration(ObjectNode node, List<Schema> branches)
    {
        var strings = branches.OfType<StringSchema>().ToList();
        if (strings.Count != branches.Count || strings.All(branch => branch.Members.IsEmpty) || strings.Any(branch => branch.Members.IsEmpty && branch.Format is not null))
        {
            return null;
        }

        return new StringSchema
        {
            Pointer = node.Pointer,
            AllowsNull = strings.Any(branch => branch.AllowsNull),
            Members = strings.SelectMany(branch => branch.Members).GroupBy(member => member.WireValue, StringComparer.Ordinal).Select(same => same.First()).ToEquatableArray(),
        };
    }

    private static bool AddsShape(ObjectNode node) => ShapeKeywords.Any(keyword => node[keyword] is not null);

    private static bool HasOwnType(ObjectNode node) => node["type"] is not null || node["properties"] is not null;
}
