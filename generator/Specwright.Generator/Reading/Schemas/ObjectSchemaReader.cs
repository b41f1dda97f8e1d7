using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>Properties and additional properties of an object schema.</summary>
internal sealed class ObjectSchemaReader(SchemaReader schemas, ICollection<Finding> findings)
{
    /// <summary>Nobody fills in more, and the compiler compares and copies them all in one expression.</summary>
    private const int MaxProperties = 5_000;

    public ObjectSchema Read(ObjectNode node)
    {
        if (node.MembersOf("properties").Count > MaxProperties)
        {
            findings.Add(Problem.Of(Rules.LimitExceeded, node["properties"]!, "5,000 properties of one object", $"it has {node.MembersOf("properties").Count.ToString("N0", CultureInfo.InvariantCulture)}"));
            return new ObjectSchema { Pointer = node.Pointer };
        }

        HashSet<string>? required = node["required"] is null ? null : new(node.TextsOf("required"), StringComparer.Ordinal);
        var properties = node.MembersOf("properties").Where(property => property is not ObjectNode schema || !Hiding.Hides(schema)).Select(property => new Property
        {
            WireName = property.Name,
            Schema = schemas.Read(property),
            ChosenName = (property as ObjectNode)?.TextOf("x-specwright-property-name"),
            IsRequired = required?.Contains(property.Name) ?? false,
        }).ToEquatableArray();
        var (additional, additionalSchema) = ReadAdditional(node);
        return new ObjectSchema
        {
            Pointer = node.Pointer,
            Properties = properties,
            AdditionalProperties = additional,
            AdditionalPropertiesSchema = additionalSchema,
            RequiredElsewhere = required is null ? default : node.TextsOf("required").Where(name => node["properties"] is not ObjectNode own || own[name] is null).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private (AdditionalProperties, Schema?) ReadAdditional(ObjectNode node)
    {
        var patterns = node.MembersOf("patternProperties");
        switch (node["additionalProperties"])
        {
            case ScalarNode { Kind: ScalarKind.True }:
            case ObjectNode any when IsAnything(any):
                return (AdditionalProperties.Any, null);
            case ObjectNode schema when patterns.Count == 0:
                return (AdditionalProperties.Typed, schemas.Read(schema));
            case ObjectNode:
                return Untyped(node);
            case ScalarNode { Kind: ScalarKind.False } when patterns.Count == 0:
                return (AdditionalProperties.Forbidden, null);
        }

        return patterns.Count switch
        {
            0 => (AdditionalProperties.NotDeclared, null),
            // One pattern and nothing else beside the properties: its schema holds for every further member that can come.
            1 => (AdditionalProperties.Typed, schemas.Read(patterns[0])),
            _ => Untyped(node),
        };
    }

    private (AdditionalProperties, Schema?) Untyped(ObjectNode node)
    {
        findings.Add(Problem.Of(Rules.SchemaUnsupported, node["patternProperties"]!, "patternProperties with several schemas"));
        return (AdditionalProperties.Any, null);
    }

    private static bool IsAnything(ObjectNode schema) => schema.Members.All(member => member.Name is "description" or "title" or "nullable" || member.Name.StartsWith("x-", StringComparison.Ordinal));
}
