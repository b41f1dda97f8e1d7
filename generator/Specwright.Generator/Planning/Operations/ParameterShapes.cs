using Specwright.Model;

namespace Specwright.Planning.Operations;

internal enum ParameterShape
{
    Scalar,
    List,

    /// <summary>Objects and lists of anything but scalars.</summary>
    Structured,
}

/// <summary>Whether a parameter's schema has one text, before any type is planned for it: what is left out must leave no type behind.</summary>
internal sealed class ParameterShapes(ApiDescription description)
{
    private const int MaxDepth = 64;

    private readonly Dictionary<string, Schema> _schemas = description.Schemas
        .GroupBy(schema => schema.Pointer, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Schema, StringComparer.Ordinal);

    public ParameterShape Of(Schema schema) => Of(schema, MaxDepth);

    private ParameterShape Of(Schema schema, int depth) => depth == 0 ? ParameterShape.Structured : schema switch
    {
        StringSchema or IntegerSchema or NumberSchema or BooleanSchema => ParameterShape.Scalar,

        // Without a constraint the caller writes the text.
        AnySchema => ParameterShape.Scalar,
        ReferenceSchema reference => _schemas.TryGetValue(reference.Target, out var target) ? Of(target, depth - 1) : ParameterShape.Structured,
        ArraySchema array => Of(array.Items, depth - 1) == ParameterShape.Scalar ? ParameterShape.List : ParameterShape.Structured,
        AllOfSchema all => AllScalar(all.Parts, depth),
        UnionSchema union => AllScalar(union.Branches, depth),
        _ => ParameterShape.Structured,
    };

    private ParameterShape AllScalar(EquatableArray<Schema> schemas, int depth)
        => schemas.All(schema => Of(schema, depth - 1) == ParameterShape.Scalar) ? ParameterShape.Scalar : ParameterShape.Structured;
}
