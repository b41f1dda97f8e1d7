using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>What tells from the JSON that a value is of a branch of a union.</summary>
internal sealed class CaseFits(SchemaIndex index)
{
    /// <summary>Lists of lists of lists: deeper ones are told apart no more.</summary>
    private const int MaxDepth = 4;

    /// <summary>Objects inside a branch that are looked into, one inside the other.</summary>
    private const int MaxNestedObjects = 2;

    /// <summary>Of objects by all their members: many unions have the same branches.</summary>
    private readonly Dictionary<string, (ObjectSchema Schema, ObjectFit Fit)> _objects = new(StringComparer.Ordinal);

    /// <summary>One for each branch, in their order.</summary>
    public IReadOnlyList<CaseFit> Of(IReadOnlyList<Schema> branches)
    {
        var resolved = branches.Select(Resolve).ToList();
        var members = MembersOf(resolved.OfType<ObjectSchema>().ToList(), MaxNestedObjects);
        return resolved
            .Select(branch => Of(branch, MaxDepth) switch
            {
                ObjectFit fit when members.TryGetValue(branch.Pointer, out var contested) => fit with { Members = contested },
                var fit => fit,
            })
            .ToList();
    }

    /// <summary>For each object, by its pointer, the members that another one describes differently; objects that have none may be missing.</summary>
    private Dictionary<string, EquatableArray<MemberFit>> MembersOf(IReadOnlyList<ObjectSchema> objects, int depth)
    {
        if (objects.Count < 2)
        {
            return [];
        }

        var contested = SchemasByName(objects)
            .Select(member => (member.WireName, Fits: MemberFitsOf(member.Schemas, depth)))
            .Where(member => member.Fits.Values.Distinct().Skip(1).Any())
            .ToDictionary(member => member.WireName, member => member.Fits, StringComparer.Ordinal);
        return contested.Count == 0 ? [] : DistinctByPointer(objects).ToDictionary(
            @object => @object.Pointer,
            @object => ((ObjectSchema)@object).Properties
                .Where(property => contested.ContainsKey(property.WireName))
                .Select(property => new MemberFit(property.WireName, contested[property.WireName][Resolve(property.Schema).Pointer]))
                .Where(member => member.Fit is not AnyFit)
                .ToEquatableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>The schemas of members that several objects describe, where these are not all the same.</summary>
    private List<(string WireName, List<Schema> Schemas)> SchemasByName(IReadOnlyList<ObjectSchema> objects)
    {
        var first = new Dictionary<string, Schema>(StringComparer.Ordinal);
        var order = new List<string>();
        var others = new Dictionary<string, List<Schema>>(StringComparer.Ordinal);
        foreach (var property in objects.SelectMany(@object => @object.Properties))
        {
            var schema = Resolve(property.Schema);
            if (!first.TryGetValue(property.WireName, out var known))
            {
                first.Add(property.WireName, schema);
                order.Add(property.WireName);
            }
            else if (known.Pointer != schema.Pointer)
            {
                if (!others.TryGetValue(property.WireName, out var schemas))
                {
                    others.Add(property.WireName, schemas = [known]);
                }

                schemas.Add(schema);
            }
        }

        return order.Where(others.ContainsKey).Select(name => (name, DistinctByPointer(others[name]))).ToList();
    }

    /// <summary>What tells the values of one member, by the pointer of its schema.</summary>
    private Dictionary<string, CaseFit> MemberFitsOf(List<Schema> schemas, int depth)
    {
        var objects = schemas.Count > 1 ? ObjectFitsOf(schemas.OfType<ObjectSchema>().ToList(), depth) : [];
        var arrays = schemas.OfType<ArraySchema>().ToList();
        var items = arrays.Count > 1 && depth > 0 && arrays.TrueForAll(array => Resolve(array.Items) is ObjectSchema)
            ? MemberFitsOf(DistinctByPointer(arrays.Select(array => Resolve(array.Items))), depth)
            : [];
        return schemas.ToDictionary(
            schema => schema.Pointer,
            schema => schema switch
            {
                ObjectSchema => objects.TryGetValue(schema.Pointer, out var fit) ? fit : new ObjectFit(default, default, default, IsOpen: true),
                ArraySchema array => new ArrayFit(items.TryGetValue(Resolve(array.Items).Pointer, out var item) ? item : new AnyFit()),
                StringSchema { Members.Count: 1 } text => new ConstantFit(text.Members[0].WireValue),
                _ => Of(schema, 1),
            },
            StringComparer.Ordinal);
    }

    /// <summary>Objects by what they do not have in common; what all of them say tells nothing.</summary>
    private Dictionary<string, CaseFit> ObjectFitsOf(List<ObjectSchema> objects, int depth)
    {
        if (objects.Count < 2 || depth == 0)
        {
            return [];
        }

        var members = MembersOf(objects, depth - 1);
        var names = objects.Select(NamesOf).Aggregate((earlier, later) => earlier.Intersect(later, StringComparer.Ordinal).ToList());
        var required = objects.Select(RequiredOf).Aggregate((earlier, later) => earlier.Intersect(later, StringComparer.Ordinal).ToList());
        return objects.ToDictionary(
            @object => @object.Pointer,
            CaseFit (@object) =>
            {
                var contested = members.TryGetValue(@object.Pointer, out var own) ? own : default;
                return new ObjectFit(
                    NamesOf(@object).Except(names.Except(contested.Select(member => member.WireName)), StringComparer.Ordinal).ToEquatableArray(),
                    RequiredOf(@object).Except(required, StringComparer.Ordinal).ToEquatableArray(),
                    contested,
                    IsOpen: true);
            },
            StringComparer.Ordinal);
    }

    private CaseFit Of(Schema schema, int depth) => depth == 0 ? new AnyFit() : Resolve(schema) switch
    {
        ObjectSchema @object => Of(@object),
        ArraySchema array => new ArrayFit(Of(array.Items, depth - 1)),
        StringSchema text when index.Scalars.IsEnumeration(text) => new TextEnumerationFit(text.Members.Select(member => member.WireValue).ToEquatableArray()),
        StringSchema text => index.Scalars.Of(text) is { Shape: not TypeShape.String } type ? new CodecFit(type, IsNumber: false) : new TextFit(),
        IntegerSchema integer when index.Scalars.IsEnumeration(integer) => new NumberEnumerationFit(EnumPlanner.Whole(integer, index.Scalars).Select(member => member.WireValue).ToEquatableArray()),
        IntegerSchema integer => new CodecFit(index.Scalars.Of(integer), IsNumber: true),
        NumberSchema number => new CodecFit(index.Scalars.Of(number), IsNumber: true),
        BooleanSchema => new BooleanFit(),
        _ => new AnyFit(),
    };

    private ObjectFit Of(ObjectSchema schema)
    {
        if (!_objects.TryGetValue(schema.Pointer, out var known) || !ReferenceEquals(known.Schema, schema))
        {
            known = (schema, new ObjectFit(NamesOf(schema).ToEquatableArray(), RequiredOf(schema).ToEquatableArray(), Members: default, IsOpen: schema.Properties.IsEmpty));
            _objects[schema.Pointer] = known;
        }

        return known.Fit;
    }

    private static List<string> NamesOf(ObjectSchema schema) => schema.Properties.Select(property => property.WireName).ToList();

    private List<string> RequiredOf(ObjectSchema schema) => schema.Properties.Where(index.IsAlwaysPresent).Select(property => property.WireName).Concat(schema.RequiredElsewhere).ToList();

    private static List<Schema> DistinctByPointer(IEnumerable<Schema> schemas) => schemas.GroupBy(schema => schema.Pointer, StringComparer.Ordinal).Select(same => same.First()).ToList();

    /// <summary>The schema behind references; a union of one case is told by that case.</summary>
    private Schema Resolve(Schema schema) => index.Resolve(schema) is UnionSchema { Branches.Count: 1 } union ? union.Branches[0] : index.Resolve(schema);
}
