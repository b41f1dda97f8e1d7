using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>
/// Named lists and maps that contain themselves without an object between: <c>Tree: {type: array, items: {$ref: Tree}}</c>. C# has no name for a list
/// of itself, so such a schema counts as a union of one case, which is a type with a name.
/// </summary>
internal sealed class RecursiveCollections
{
    private readonly HashSet<string> _pointers = new(StringComparer.Ordinal);

    public RecursiveCollections(IReadOnlyDictionary<string, NamedSchema> schemas)
    {
        // Each schema leads to one other at most, so a walk that comes back to its own steps has found a circle.
        var walked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in schemas.Keys)
        {
            var steps = new List<string>();
            var current = start;
            while (current is not null && walked.Add(current))
            {
                steps.Add(current);
                current = schemas.TryGetValue(current, out var named) ? ContainedBy(named.Schema) : null;
            }

            var circle = current is null ? -1 : steps.IndexOf(current);
            if (circle >= 0)
            {
                _pointers.UnionWith(steps.Skip(circle));
            }
        }
    }

    public bool Contains(Schema schema) => schema is ArraySchema or ObjectSchema && _pointers.Contains(schema.Pointer);

    /// <summary>What stands for such a schema. It is in its normal form: to dissolve its one branch would undo it.</summary>
    public static UnionSchema UnionOf(Schema schema) => new()
    {
        Pointer = schema.Pointer,
        Title = schema.Title,
        Description = schema.Description,
        AllowsNull = schema.AllowsNull,
        IsDeprecated = schema.IsDeprecated,
        IsReadOnly = schema.IsReadOnly,
        IsWriteOnly = schema.IsWriteOnly,
        ChosenName = schema.ChosenName,
        Branches = EquatableArray.Of(schema with { Pointer = schema.Pointer + "/oneOf/0", AllowsNull = false }),
    };

    /// <summary>The named schema of the elements or values, through further lists and maps.</summary>
    private static string? ContainedBy(Schema schema)
    {
        Schema? current = schema;
        while (current is not (null or ReferenceSchema))
        {
            current = current switch
            {
                ArraySchema array => array.Items,
                ObjectSchema { Properties.IsEmpty: true } map => map.AdditionalPropertiesSchema,
                _ => null,
            };
        }

        return (current as ReferenceSchema)?.Target;
    }
}
