using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>The named schemas by pointer, and what a schema is once references and <c>allOf</c> are followed.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, NamedSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Schema> _flattened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Schema> _unions = new(StringComparer.Ordinal);
    private readonly RecursiveCollections _recursive;
    private readonly AllOfFlattener _flattener;
    private readonly UnionNormalizer _normalizer;

    public SchemaIndex(ApiDescription description, ClientOptions options)
    {
        Scalars = new ScalarTypes(options);
        foreach (var schema in description.Schemas)
        {
            _schemas[schema.Pointer] = schema;
        }

        _recursive = new RecursiveCollections(_schemas);
        Hierarchies = new TypeHierarchies(description);
        _flattener = new AllOfFlattener(this);
        _normalizer = new UnionNormalizer(this);
    }

    /// <summary>The types of what is neither object nor list.</summary>
    public ScalarTypes Scalars { get; }

    /// <summary>Which named schemas derive from which.</summary>
    public TypeHierarchies Hierarchies { get; }

    /// <summary>The base of a schema, where both are records.</summary>
    public ObjectSchema? BaseOf(string pointer) => Hierarchies.BaseOf(pointer) is { } basePointer && RecordAt(pointer) is not null ? RecordAt(basePointer) : null;

    /// <summary>The schemas that derive from this one without another between, where all are records.</summary>
    public IEnumerable<ObjectSchema> DerivedFrom(string pointer) => RecordAt(pointer) is null ? [] : Hierarchies.DerivedFrom(pointer).Select(RecordAt).OfType<ObjectSchema>();

    public NamedSchema? Find(string pointer) => _schemas.TryGetValue(pointer, out var schema) ? schema : null;

    /// <summary>
    /// The schema without <c>allOf</c>, unions in their normal form (<see cref="UnionNormalizer"/>), and <see cref="RecursiveCollections"/> as unions;
    /// references stay.
    /// </summary>
    public Schema Simplify(Schema schema)
    {
        var simple = schema is AllOfSchema allOf ? Flatten(allOf) : schema;
        if (simple is not UnionSchema union)
        {
            if (!_recursive.Contains(simple))
            {
                return simple;
            }

            union = RecursiveCollections.UnionOf(simple);
            _unions[union.Pointer] = union;
            return union;
        }

        if (!_unions.TryGetValue(union.Pointer, out var normal))
        {
            normal = _normalizer.Normalize(union);
            normal = normal is UnionSchema ? normal : Simplify(normal);
            _unions.Add(union.Pointer, normal);
        }

        return normal;
    }

    /// <summary>The schema behind references and <c>allOf</c>, unions as written; and whether null is allowed anywhere on the way.</summary>
    public (Schema Schema, bool AllowsNull) Behind(Schema schema)
    {
        var followed = default(FollowedReferences);
        var current = schema;
        var allowsNull = schema.AllowsNull;
        while (true)
        {
            switch (current)
            {
                case AllOfSchema allOf:
                    current = Flatten(allOf);
                    break;
                case ReferenceSchema reference when followed.Add(reference.Target) && Find(reference.Target) is { } target:
                    current = target.Schema;
                    break;
                case ReferenceSchema:
                    return (new AnySchema { Pointer = schema.Pointer }, allowsNull);
                default:
                    return (current, allowsNull);
            }

            allowsNull |= current.AllowsNull;
        }
    }

    /// <summary>The schema behind references; an <see cref="AnySchema"/> where they lead in a circle.</summary>
    public Schema Resolve(Schema schema)
    {
        var followed = default(FollowedReferences);
        var current = Simplify(schema);
        while (current is ReferenceSchema reference)
        {
            if (!followed.Add(reference.Target) || Find(reference.Target) is not { } target)
            {
                return new AnySchema { Pointer = schema.Pointer };
            }

            current = Simplify(target.Schema);
        }

        return current;
    }

    /// <summary>Whether a type is generated for exactly this schema: an object with properties, an enumeration or a union.</summary>
    public bool HasOwnType(Schema schema) => Simplify(schema) switch
    {
        ObjectSchema @object => !@object.Properties.IsEmpty,
        UnionSchema union => !IsStringOrNumber(union),
        var simple => Scalars.IsEnumeration(simple),
    };

    /// <summary>Whether the union is of strings and numbers, for which there is a type already.</summary>
    public bool IsStringOrNumber(UnionSchema union)
    {
        var (hasString, hasNumber, hasOther) = (false, false, false);
        foreach (var branch in union.Branches)
        {
            var behind = Behind(branch).Schema;
            hasString |= behind is StringSchema;
            hasNumber |= behind is IntegerSchema or NumberSchema;
            hasOther |= behind is not (StringSchema or IntegerSchema or NumberSchema);
        }

        return hasString && hasNumber && !hasOther;
    }

    /// <summary>Whether the union is of strings alone, such as a date or a time.</summary>
    public bool IsText(UnionSchema union) => union.Branches.All(branch => Behind(branch).Schema is StringSchema);

    /// <summary>Whether every message has the property. One type serves requests and responses: a read-only member is missing in the one, a write-only member in the other.</summary>
    public bool IsAlwaysPresent(Property property) => IsAlwaysPresent(property, Resolve(property.Schema));

    /// <inheritdoc cref="IsAlwaysPresent(Property)"/>
    /// <param name="property">Of an object.</param>
    /// <param name="resolved">Its schema, resolved.</param>
    public static bool IsAlwaysPresent(Property property, Schema resolved)
        => property.IsRequired && !(property.Schema.IsReadOnly || property.Schema.IsWriteOnly || resolved.IsReadOnly || resolved.IsWriteOnly);

    /// <summary>The named schema as an object with properties of its own; null where it is something else, or a reference to one.</summary>
    private ObjectSchema? RecordAt(string pointer)
        => Find(pointer) is { } named && Simplify(named.Schema) is ObjectSchema { Properties.IsEmpty: false } schema && schema.Pointer == pointer ? schema : null;

    private Schema Flatten(AllOfSchema allOf)
    {
        if (!_flattened.TryGetValue(allOf.Pointer, out var flattened))
        {
            flattened = _flattener.Flatten(allOf);
            _flattened.Add(allOf.Pointer, flattened);
        }

        return flattened;
    }
}
