using Specwright.Model;

namespace Specwright.Reading;

/// <summary>Every schema of a description, inner ones included.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<Schema> All(ApiDescription? description)
    {
        if (description is null)
        {
            return [];
        }

        var roots = description.Schemas.Select(named => named.Schema)
            .Concat(description.Operations.SelectMany(operation => operation.Parameters.Select(parameter => parameter.Schema)))
            .Concat(description.Operations.SelectMany(operation => operation.RequestBody?.Content ?? default).Select(content => content.Schema).OfType<Schema>())
            .Concat(description.Operations.SelectMany(operation => operation.Responses).SelectMany(response =>
                response.Headers.Select(header => header.Schema).Concat(response.Content.Select(content => content.Schema).OfType<Schema>())));
        return roots.SelectMany(WithInner);
    }

    private static IEnumerable<Schema> WithInner(Schema schema)
    {
        IEnumerable<Schema> inner = schema switch
        {
            ObjectSchema value => value.Properties.Select(property => property.Schema).Concat(value.AdditionalPropertiesSchema is { } additional ? [additional] : []),
            ArraySchema value => [value.Items],
            AllOfSchema value => value.Parts,
            UnionSchema value => value.Branches,
            _ => [],
        };
        return inner.SelectMany(WithInner).Prepend(schema);
    }
}
