using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Selection;

/// <summary>The schemas that operations and webhooks need: what they refer to, what that refers to, and the kinds of each base.</summary>
internal static class ReachableSchemas
{
    /// <summary>In the order of the description.</summary>
    public static EquatableArray<NamedSchema> Of(ApiDescription description)
    {
        var schemas = description.Schemas.GroupBy(schema => schema.Pointer, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Schema, StringComparer.Ordinal);
        var hierarchies = new TypeHierarchies(description);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Schema>(description.Operations.Concat(description.Webhooks.Select(webhook => webhook.Operation)).SelectMany(SchemasOf));
        while (open.Count > 0)
        {
            var schema = open.Pop();
            foreach (var inner in PartsOf(schema))
            {
                open.Push(inner);
            }

            foreach (var target in TargetsOf(schema))
            {
                Reach(target);
            }
        }

        return description.Schemas.Where(schema => reached.Contains(schema.Pointer)).ToEquatableArray();

        void Reach(string pointer)
        {
            if (!schemas.TryGetValue(pointer, out var named) || !reached.Add(pointer))
            {
                return;
            }

            open.Push(named);

            // A value of the base may be any of its kinds.
            foreach (var kind in hierarchies.DerivedFrom(pointer))
            {
                Reach(kind);
            }
        }
    }

    private static IEnumerable<Schema> SchemasOf(Operation operation) => operation.Parameters.Select(parameter => parameter.Schema)
        .Concat((operation.RequestBody?.Content ?? default).SelectMany(SchemasOf))
        .Concat(operation.Responses.SelectMany(response => response.Headers.Select(header => header.Schema).Concat(response.Content.SelectMany(SchemasOf))));

    private static IEnumerable<Schema> SchemasOf(MediaType content) => new[] { content.Schema, content.ItemSchema }.OfType<Schema>();

    private static IEnumerable<Schema> PartsOf(Schema schema) => schema switch
    {
        ObjectSchema @object => @object.Properties.Select(property => property.Schema).Concat(@object.AdditionalPropertiesSchema is { } value ? [value] : []),
        AllOfSchema allOf => allOf.Parts,
        ArraySchema array => [array.Items],
        UnionSchema union => union.Branches,
        _ => [],
    };

    private static IEnumerable<string> TargetsOf(Schema schema) => schema switch
    {
        ReferenceSchema reference => [reference.Target],
        ObjectSchema { Discriminator: { } discriminator } => discriminator.Values.Select(value => value.Target),
        UnionSchema union => union.DiscriminatorValues.Select(value => value.Target),
        _ => [],
    };
}
