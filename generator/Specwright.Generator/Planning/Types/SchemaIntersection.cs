using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>The schema of the values that two schemas have in common, as far as one C# type can say it.</summary>
internal sealed class SchemaIntersection(SchemaIndex index)
{
    /// <summary>Stands between the pointers of two schemas that were merged.</summary>
    private const string PointerSeparator = " and ";

    /// <summary>Lists of lists: two that contain themselves would be compared forever.</summary>
    private const int MaxDepth = 8;

    /// <summary>A pointer that leads to one place of the description, also for two merged schemas.</summary>
    public static string PlaceOf(string pointer)
    {
        var separator = pointer.IndexOf(PointerSeparator, StringComparison.Ordinal);
        return separator < 0 ? pointer : pointer.Substring(0, separator);
    }

    /// <summary>What a schema made of two others is known by: the place of the first.</summary>
    public static string PointerOf(string first, string second) => first + PointerSeparator + second;

    /// <summary>Whether the pointer is of a schema that was made of others.</summary>
    public static bool IsMade(string pointer) => pointer.Contains(PointerSeparator);

    /// <summary>Whether any value, or any object, satisfies the schema.</summary>
    public static bool SaysNothing(Schema schema) => schema is AnySchema
        or ObjectSchema { Properties.IsEmpty: true, AdditionalProperties: AdditionalProperties.NotDeclared, Discriminator: null };

    /// <summary>The schema of a property that two parts declare.</summary>
    public Schema Of(Property earlier, Property later)
        => Of(earlier.Schema, later.Schema) ?? new UnsupportedSchema
        {
            Pointer = later.Schema.Pointer,
            Description = later.Schema.Description,
            AllowsNull = earlier.Schema.AllowsNull && later.Schema.AllowsNull,
            Keyword = $"allOf with two types for '{later.WireName}'",
        };

    /// <summary>
    /// The narrower of the two, as it is written, or a new schema where neither is; null where no value satisfies both. Of two alike the later
    /// counts, for it stands closer to the schema that is described.
    /// </summary>
    public Schema? Of(Schema earlier, Schema later) => Of(earlier, later, MaxDepth);

    /// <summary>The schema behind references only.</summary>
    public Schema Shallow(Schema schema)
    {
        var current = schema;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (current is ReferenceSchema reference && seen.Add(reference.Target) && index.Find(reference.Target) is { } target)
        {
            current = target.Schema;
        }

        return current;
    }

    private Schema? Of(Schema earlier, Schema later, int depth)
    {
        // Shallow on purpose: resolving a nested allOf here could come back to the one being flattened.
        var first = Shallow(earlier);
        var second = Shallow(later);
        if (depth == 0 || first == second || SaysNothing(first))
        {
            return later;
        }

        if (SaysNothing(second))
        {
            return earlier with { Description = later.Description ?? earlier.Description };
        }

        return (first, second) switch
        {
            (ObjectSchema or AllOfSchema or UnionSchema, ObjectSchema or AllOfSchema) or (ObjectSchema or AllOfSchema, UnionSchema) => Both(earlier, later),
            (UnionSchema, UnionSchema) => later,
            (UnionSchema union, _) => OfUnion(union, earlier, second, later),
            (_, UnionSchema union) => OfUnion(union, later, first, earlier),
            (ArraySchema one, ArraySchema two) => OfArrays(earlier, one, later, two, depth),
            _ => Narrowed(first, second) switch
            {
                null => null,
                var narrower when ReferenceEquals(narrower, first) => earlier,
                var narrower when ReferenceEquals(narrower, second) => later,
                var narrower => narrower with { Description = later.Description ?? earlier.Description },
            },
        };
    }

    /// <summary>Merged when it is asked for, under a pointer that names the pair: two parts that contain themselves would be merged forever here.</summary>
    private static AllOfSchema Both(Schema earlier, Schema later) => new()
    {
        Pointer = PointerOf(later.Pointer, earlier.Pointer),
        Description = later.Description,
        AllowsNull = earlier.AllowsNull && later.AllowsNull,
        Parts = EquatableArray.Of(earlier, later),
    };

    /// <summary>A union of which every branch fits says more than what all fit into; one of which some fit says less.</summary>
    private Schema? OfUnion(UnionSchema union, Schema writtenUnion, Schema other, Schema writtenOther)
    {
        var fitting = union.Branches.Select(Shallow).Count(branch => Narrowed(branch, other) is not null || (branch is ArraySchema && other is ArraySchema));
        return fitting == 0 ? null : fitting == union.Branches.Count ? writtenUnion : writtenOther;
    }

    private Schema? OfArrays(Schema earlier, ArraySchema one, Schema later, ArraySchema two, int depth) => Of(one.Items, two.Items, depth - 1) switch
    {
        null => null,
        var items when ReferenceEquals(items, two.Items) => later,
        var items when ReferenceEquals(items, one.Items) => earlier,
        var items => two with { Pointer = PointerOf(later.Pointer, earlier.Pointer), Items = items, Description = later.Description ?? earlier.Description },
    };

    private static Schema? Narrowed(Schema first, Schema second) => (first, second) switch
    {
        (StringSchema { Members.IsEmpty: false } one, StringSchema { Members.IsEmpty: false } two) =>
            Common(one.Members, two.Members) switch
            {
                // No value is in both; the member stays an enumeration, which any value may stand in anyway.
                { IsEmpty: true } => two,
                var common when common.Count == two.Members.Count => two,
                var common when common.Count == one.Members.Count => one,
                var common => two with { Pointer = PointerOf(two.Pointer, one.Pointer), Members = common },
            },
        (IntegerSchema { Members.IsEmpty: false } one, IntegerSchema { Members.IsEmpty: false } two) =>
            Common(one.Members, two.Members) switch
            {
                // No value is in both; the member stays an enumeration, which any value may stand in anyway.
                { IsEmpty: true } => two,
                var common when common.Count == two.Members.Count => two,
                var common when common.Count == one.Members.Count => one,
                var common => two with { Pointer = PointerOf(two.Pointer, one.Pointer), Members = common },
            },
        (StringSchema one, StringSchema two) => Rank(one.Members, one.Format) > Rank(two.Members, two.Format) ? one : two,
        (IntegerSchema one, IntegerSchema two) => Rank(one.Members, one.Format) > Rank(two.Members, two.Format) ? one : two,
        (NumberSchema one, NumberSchema two) => Rank(default, one.Format) > Rank(default, two.Format) ? one : two,
        (IntegerSchema one, NumberSchema) => one,
        (NumberSchema, IntegerSchema two) => two,
        (BooleanSchema, BooleanSchema two) => two,
        _ => null,
    };

    /// <summary>Of the second, for it may say more of a member: a name or a description.</summary>
    private static EquatableArray<EnumMember> Common(EquatableArray<EnumMember> first, EquatableArray<EnumMember> second)
    {
        var values = new HashSet<string>(first.Select(member => member.WireValue), StringComparer.Ordinal);
        return second.Where(member => values.Contains(member.WireValue)).ToEquatableArray();
    }

    private static int Rank(EquatableArray<EnumMember> members, string? format) => !members.IsEmpty ? 2 : format is not null ? 1 : 0;
}
