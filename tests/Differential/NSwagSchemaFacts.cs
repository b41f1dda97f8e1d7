using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Differential;

/// <summary>Schemas of NSwag (NJsonSchema) as facts.</summary>
/// <remarks>
/// A composition of one part with nothing beside it says what the part says, so its facts are the part's; a part or branch that neither
/// refers to anything nor has a keyword that gives values a shape (a bare <c>required</c>, a description) is none.
/// </remarks>
internal sealed class NSwagSchemaFacts(Facts facts, NSwagPointers pointers, bool version2)
{
    private const JsonObjectType NoType = JsonObjectType.None;

    /// <summary>The schemas inside a schema, each with the pointer's continuation.</summary>
    public static IEnumerable<(string Segment, JsonSchema Schema)> ChildrenOf(JsonSchema schema)
    {
        foreach (var (name, property) in schema.Properties)
        {
            yield return ("/properties/" + NSwagFacts.Escape(name), property);
        }

        foreach (var member in Numbered("/allOf/", schema.AllOf).Concat(Numbered("/oneOf/", schema.OneOf)).Concat(Numbered("/anyOf/", schema.AnyOf)))
        {
            yield return member;
        }

        if (schema.Item is { } items)
        {
            yield return ("/items", items);
        }

        if (schema.AdditionalPropertiesSchema is { } additional)
        {
            yield return ("/additionalProperties", additional);
        }
    }

    public void Add(JsonSchema schema, string place)
    {
        facts.Add(place, "nullable", AllowsNull(schema));
        facts.Add(place, "description", DescriptionOf(schema));
        AddShape(schema, place, place);
    }

    /// <summary>For a parameter or header of 2.0, whose text is its own and not its schema's.</summary>
    public void AddWithoutDescription(JsonSchema schema, string place)
    {
        facts.Add(place, "nullable", AllowsNull(schema));
        AddShape(schema, place, place);
    }

    /// <param name="schema">The schema.</param>
    /// <param name="place">What the facts are about.</param>
    /// <param name="path">Where its children stand: not below the place where it is the only part of what stands there.</param>
    private void AddShape(JsonSchema schema, string place, string path)
    {
        if (schema.Reference is { } target)
        {
            facts.Add(place, "ref", pointers.Of(target));
            if (HasOwnShape(schema))
            {
                AddOwn(schema, place, path);
            }

            return;
        }

        var members = MembersOf(schema).ToList();
        var hasOwn = HasOwnShape(schema);
        if (UnitedEnumeration(schema) is { } values && members.All(member => member.Role == "branch") && !hasOwn)
        {
            facts.Add(place, "type", "string");
            facts.AddSet(place, "enum", values);
            return;
        }

        if (members.Count == 1 && !hasOwn)
        {
            AddShape(members[0].Schema, place, path + members[0].Segment);
            return;
        }

        foreach (var (role, segment, member) in members)
        {
            facts.Add(path + segment, "role", role);
            Add(member, path + segment);
        }

        if (members.Any(member => member.Role == "branch"))
        {
            facts.Add(place, "discriminator", schema.DiscriminatorObject?.PropertyName);
        }

        if (members.Count == 0 || hasOwn)
        {
            AddOwn(schema, place, path);
        }
    }

    private void AddOwn(JsonSchema schema, string place, string path)
    {
        var types = TypesOf(schema);
        if (types.Count != 1)
        {
            facts.Add(place, "type", types.Count == 0 ? "any" : string.Join(' ', types.Order(StringComparer.Ordinal)));
            return;
        }

        facts.Add(place, "type", types[0]);
        switch (types[0])
        {
            case "object":
                AddObject(schema, place, path);
                break;
            case "array" when schema.Item is { } items:
                Add(items, path + "/items");
                break;
            case "array":
                facts.Add(path + "/items", "type", "any");
                facts.Add(path + "/items", "nullable", false);
                break;
            case "string" or "integer":
                facts.Add(place, "format", schema.Type.HasFlag(JsonObjectType.File) ? "binary" : schema.Format);
                facts.AddSet(place, "enum", schema.Enumeration.Where(value => value is not null).Select(TextOf));
                break;
            case "number":
                facts.Add(place, "format", schema.Format);
                break;
        }
    }

    private void AddObject(JsonSchema schema, string place, string path)
    {
        facts.AddSet(place, "required", schema.RequiredProperties);
        facts.AddSet(place, "properties", schema.Properties.Keys);
        var additional = schema.AdditionalPropertiesSchema is { } candidate && !IsAnything(candidate) ? candidate : null;
        facts.Add(place, "additionalProperties", additional is not null ? "schema"
            : IsAnyAdditional(schema) ? "any"
            : DeclaresNoAdditional(schema) ? "none"
            : "not declared");
        foreach (var (name, property) in schema.Properties)
        {
            Add(property, $"{path}/properties/{NSwagFacts.Escape(name)}");
        }

        if (additional is not null)
        {
            Add(additional, path + "/additionalProperties");
        }
    }

    /// <summary>What the compositions of a schema list, without the members that say nothing.</summary>
    private static IEnumerable<(string Role, string Segment, JsonSchema Schema)> MembersOf(JsonSchema schema)
    {
        foreach (var (segment, part) in Numbered("/allOf/", schema.AllOf))
        {
            if (AddsShape(part) || part.RequiredProperties.Count > 0)
            {
                yield return ("part", segment, part);
            }
        }

        foreach (var keyword in new[] { Numbered("/oneOf/", schema.OneOf), Numbered("/anyOf/", schema.AnyOf) })
        {
            var branches = keyword.Where(branch => !IsNullOnly(branch.Schema)).ToList();
            if (branches.Any(branch => AddsShape(branch.Schema)))
            {
                foreach (var (segment, branch) in branches)
                {
                    yield return (branches.Count == 1 ? "part" : "branch", segment, branch);
                }
            }
        }
    }

    private static IEnumerable<(string Segment, JsonSchema Schema)> Numbered(string keyword, IEnumerable<JsonSchema> schemas) =>
        schemas.Select((schema, index) => (keyword + index.ToString(CultureInfo.InvariantCulture), schema));

    /// <summary>A union of strings of which at least one is an enumeration is one enumeration.</summary>
    private static List<string>? UnitedEnumeration(JsonSchema schema)
    {
        var branches = (schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf).Where(branch => !IsNullOnly(branch)).ToList();
        var all = branches.Count > 1
            && branches.All(branch => branch.Reference is null && MembersOf(branch).FirstOrDefault().Schema is null && TypesOf(branch) is ["string"])
            && branches.Any(branch => branch.Enumeration.Count > 0)
            && !branches.Any(branch => branch.Enumeration.Count == 0 && branch.Format is not null);
        return all ? [.. branches.SelectMany(branch => branch.Enumeration).Where(value => value is not null).Select(TextOf)] : null;
    }

    private static List<string> TypesOf(JsonSchema schema)
    {
        if ((schema.Type & ~JsonObjectType.Null) is var type && type != NoType)
        {
            return [.. Enum.GetValues<JsonObjectType>()
                .Where(flag => flag != NoType && type.HasFlag(flag))
                .Select(flag => flag == JsonObjectType.File ? "string" : flag.ToString().ToLowerInvariant())];
        }

        if (schema.Type == JsonObjectType.Null)
        {
            return [];
        }

        if (schema.Enumeration.Any(value => value is not null))
        {
            return [.. schema.Enumeration.Where(value => value is not null).Select(KindOf).Distinct()];
        }

        return schema.Properties.Count > 0 || DeclaresEmptyProperties(schema) || schema.AdditionalPropertiesSchema is not null || schema.RequiredProperties.Count > 0 ? ["object"]
            : schema.DiscriminatorObject is not null && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0 ? ["object"]
            : schema.Item is not null ? ["array"]
            : TypeOfFormat(schema.Format) ?? TypeAbove(schema);
    }

    /// <summary>Formats that only one type has (OpenAPI 3.1, "Data Types").</summary>
    private static List<string>? TypeOfFormat(string? format) => format switch
    {
        "date-time" or "date" or "time" or "duration" or "email" or "hostname" or "ipv4" or "ipv6" or "uri" or "uri-reference" or "uuid" or "regex" or "byte" or "binary" or "password" => ["string"],
        "int32" => ["integer"],
        "float" or "double" => ["number"],
        _ => null,
    };

    /// <summary>The only type that stands beside the union, of a branch that says none.</summary>
    private static List<string> TypeAbove(JsonSchema schema) =>
        schema.ParentSchema is { } owner && (owner.OneOf.Contains(schema) || owner.AnyOf.Contains(schema)) && schema.ParentSchema!.Type is JsonObjectType.String or JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean
            ? [schema.ParentSchema!.Type.ToString().ToLowerInvariant()]
            : [];

    private static string KindOf(object value) => value switch
    {
        bool => "boolean",
        int or long or System.Numerics.BigInteger => "integer",
        decimal or double or float => "number",
        JArray => "array",
        JObject => "object",
        _ => "string",
    };

    private static string TextOf(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool HasOwnShape(JsonSchema schema) =>
        schema.Properties.Count > 0
        || IsAnyAdditional(schema)
        || schema.AdditionalPropertiesSchema is not null
        || schema.Item is not null
        || schema.Enumeration.Count > 0
        || schema.RequiredProperties.Count > 0;

    private static bool AddsShape(JsonSchema schema) =>
        schema.Reference is not null || schema.Type != NoType || schema.Format is not null
        || schema.Properties.Count > 0 || DeclaresEmptyProperties(schema)
        || schema.AdditionalPropertiesSchema is not null || IsAnyAdditional(schema) || DeclaresNoAdditional(schema)
        || schema.Item is not null || schema.Enumeration.Count > 0
        || schema.AllOf.Count > 0 || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0;

    private static bool IsAnything(JsonSchema schema) => !AddsShape(schema) && schema.RequiredProperties.Count == 0;

    private static bool IsAnyAdditional(JsonSchema schema) =>
        (schema.AdditionalPropertiesSchema is { } additional && IsAnything(additional)) || Extension(schema, NSwagText.DeclaredAdditionalProperties) is true;

    private static bool DeclaresNoAdditional(JsonSchema schema) => Extension(schema, NSwagText.DeclaredAdditionalProperties) is false;

    private static bool DeclaresEmptyProperties(JsonSchema schema) => Extension(schema, NSwagText.DeclaredProperties) is true;

    private static object? Extension(JsonSchema schema, string name) => schema.ExtensionData?.TryGetValue(name, out var value) == true ? value : null;

    private bool AllowsNull(JsonSchema schema)
    {
        if (IsMarkedNullable(schema) || schema.OneOf.Concat(schema.AnyOf).Any(IsNullOnly))
        {
            return true;
        }

        if (schema.Reference is not null)
        {
            return false;
        }

        // What an only part says, the whole says.
        var members = MembersOf(schema).ToList();
        return UnitedEnumeration(schema) is not null && !HasOwnShape(schema)
            ? members.Any(member => AllowsNull(member.Schema))
            : members.Count == 1 && !HasOwnShape(schema) && AllowsNull(members[0].Schema);
    }

    private bool IsMarkedNullable(JsonSchema schema) =>
        schema.IsNullableRaw == true
        || schema.Type.HasFlag(JsonObjectType.Null)
        || schema.Enumeration.Any(value => value is null)
        || Extension(schema, version2 ? "nullable" : "x-nullable") is true;

    private static bool IsNullOnly(JsonSchema schema) =>
        schema.Reference is null
        && (schema.Type == JsonObjectType.Null
            || (schema.Enumeration.Count > 0 && schema.Enumeration.All(value => value is null))
            || (schema.IsNullableRaw == true && !AddsShape(schema)));

    private string? DescriptionOf(JsonSchema schema)
    {
        if (schema.Description is not null || schema.Reference is not null)
        {
            return schema.Description;
        }

        var members = MembersOf(schema).ToList();
        return members.Count == 1 && !HasOwnShape(schema) ? DescriptionOf(members[0].Schema) : null;
    }
}
