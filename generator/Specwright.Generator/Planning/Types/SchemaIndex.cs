using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>The named schemas by pointer, and what a schema is once references and <c>allOf</c> are followed.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, NamedSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Schema> _flattened = new(StringComparer.Ordinal);
    private readonly AllOfFlattener _flattener;

    public SchemaIndex(ApiDescription description)
    {
        foreach (var schema in description.Schemas)
        {
            _schemas[schema.Pointer] = schema;
        }

        _flattener = new AllOfFlattener(this);
    }

    public NamedSchema? Find(string pointer) => _schemas.TryGetValue(pointer, out var schema) ? schema : null;

    /// <summary>The schema without <c>allOf</c> and without unions of one; references stay.</summary>
    public Schema Simplify(Schema schema)
    {
        switch (schema)
        {
            case AllOfSchema allOf:
                if (!_flattened.TryGetValue(allOf.Pointer, out var flattened))
                {
                    flattened = _flattener.Flatten(allOf);
                    _flattened.Add(allOf.Pointer, flattened);
                }

                return flattened;
            case UnionSchema { Branches.Count: 1 } union:
                return Simplify(union.Branches[0] with
                {
                    AllowsNull = union.AllowsNull || union.Branches[0].AllowsNull,
                    Description = union.Description ?? union.Branches[0].Description,
                });
            default:
                return schema;
        }
    }

    /// <summary>The schema behind references; an <see cref="AnySchema"/> where they lead in a circle.</summary>
    public Schema Resolve(Schema schema)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var current = Simplify(schema);
        while (current is ReferenceSchema reference)
        {
            if (!seen.Add(reference.Target) || Find(reference.Target) is not { } target)
            {
                return new AnySchema { Pointer = schema.Pointer };
            }

            current = Simplify(target.Schema);
        }

        return current;
    }

    /// <summary>Whether a type is generated for exactly this schema: an object with properties or an enumeration.</summary>
    public bool HasOwnType(Schema schema) => Simplify(schema) is ObjectSchema { Properties.IsEmpty: false }
        or StringSchema { Members.IsEmpty: false }
        or IntegerSchema { Members.IsEmpty: false };
}
