using Specwright.Model;

namespace Specwright.Tool.Comparison;

/// <summary>The schemas of a description by pointer, and the properties that a type has from them.</summary>
/// <remarks>Plans name the schema of a type, not that of each member: members of <c>allOf</c> come from several places.</remarks>
internal sealed class SchemaPlaces
{
    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);

    public SchemaPlaces(ApiDescription description)
    {
        foreach (var named in description.Schemas)
        {
            Add(named.Schema);
            _schemas[named.Pointer] = named.Schema;
        }

        foreach (var operation in description.Operations.Concat(description.Webhooks.Select(webhook => webhook.Operation)))
        {
            foreach (var schema in SchemasOf(operation))
            {
                Add(schema);
            }
        }
    }

    /// <summary>The property, as the type's schema, one of its parts or what it refers to declares it; null where none does.</summary>
    public Property? PropertyOf(string typePointer, string wireName) =>
        _schemas.TryGetValue(typePointer, out var schema) ? PropertyIn(schema, wireName, new HashSet<string>(StringComparer.Ordinal)) : null;

    private Property? PropertyIn(Schema schema, string wireName, HashSet<string> seen) => schema switch
    {
        ObjectSchema plain => plain.Properties.FirstOrDefault(property => property.WireName == wireName),
        AllOfSchema all => all.Parts.Reverse().Select(part => PropertyIn(part, wireName, seen)).FirstOrDefault(property => property is not null),
        ReferenceSchema reference when seen.Add(reference.Target) && _schemas.TryGetValue(reference.Target, out var target) => PropertyIn(target, wireName, seen),
        _ => null,
    };

    private static IEnumerable<Schema> SchemasOf(Operation operation) =>
        operation.Parameters.Select(parameter => parameter.Schema)
            .Concat(SchemasOf(operation.RequestBody?.Content ?? default))
            .Concat(operation.Responses.SelectMany(response => SchemasOf(response.Content).Concat(response.Headers.Select(header => header.Schema))));

    private static IEnumerable<Schema> SchemasOf(EquatableArray<MediaType> content) =>
        content.SelectMany(media => new[] { media.Schema, media.ItemSchema }).OfType<Schema>();

    private void Add(Schema root)
    {
        var unread = new Stack<Schema>([root]);
        while (unread.TryPop(out var schema))
        {
            if (_schemas.TryAdd(schema.Pointer, schema))
            {
                foreach (var part in PartsOf(schema))
                {
                    unread.Push(part);
                }
            }
        }
    }

    private static IEnumerable<Schema> PartsOf(Schema schema) => schema switch
    {
        ObjectSchema { AdditionalPropertiesSchema: { } additional } map => map.Properties.Select(property => property.Schema).Append(additional),
        ObjectSchema plain => plain.Properties.Select(property => property.Schema),
        AllOfSchema all => all.Parts,
        UnionSchema union => union.Branches,
        ArraySchema array => [array.Items],
        _ => [],
    };
}
