using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>A choice among the parts of <c>allOf</c>: each of its branches gets what the other parts say.</summary>
/// <remarks>
/// Branches that have a name, or that something tells apart, stay a union: its cases carry the members of the other parts. Unnamed objects that
/// nothing tells apart say no more than which members go together; they become optional members of one object, for nobody could name such cases.
/// </remarks>
internal sealed class UnionDistribution(SchemaIntersection intersection, SchemaIndex index)
{
    private const int MaxDepth = 32;

    /// <summary>Choices that contain each other must not grow without bound.</summary>
    private const int MaxBranches = 100;

    private const int MaxNestedChoices = 4;

    /// <param name="allOf">The schema as written.</param>
    /// <param name="parts">What it consists of: at least one union and something else.</param>
    /// <param name="objectsOf">What is said of the object behind a reference without a choice.</param>
    /// <returns>The parts without the choice; more than one that is no object where no type can say it.</returns>
    public List<Schema> Distribute(AllOfSchema allOf, List<Schema> parts, Func<ReferenceSchema, IReadOnlyList<ObjectSchema>> objectsOf)
    {
        var fixedObjects = parts.OfType<ObjectSchema>().ToList();
        var known = new HashSet<string>(fixedObjects.SelectMany(part => part.Properties).Select(property => property.WireName), StringComparer.Ordinal);
        var unnamed = parts.All(part => part is ObjectSchema or UnionSchema) ? parts.OfType<UnionSchema>().Where(IsUnnamed).ToList() : [];
        var opened = parts.Where(part => part is not UnionSchema choice || !unnamed.Contains(choice)).Concat(unnamed.Select(choice => OneObject(choice, known))).ToList();
        var unions = opened.OfType<UnionSchema>().ToList();
        if (unions.Count != 1)
        {
            return opened;
        }

        var others = opened.Where(part => part is not UnionSchema).ToList();
        var union = Flat(unions[0], MaxNestedChoices);
        var branches = union.Branches.Select(branch => Narrowed(allOf, others, branch, objectsOf)).ToEquatableArray();
        return
        [
            union with
            {
                Branches = branches,
                DiscriminatorValues = union.DiscriminatorValues.Select(value => value with { Target = TargetOf(union, branches, value.Target) }).ToEquatableArray(),
            },
        ];
    }

    /// <summary>Choices among the branches are dissolved, for the other parts hold for their objects too. A discriminator is left to the union that declares it.</summary>
    private UnionSchema Flat(UnionSchema union, int depth)
    {
        if (depth == 0 || union.DiscriminatorWireName is not null)
        {
            return union;
        }

        var nested = union.Branches.Select(branch => intersection.Shallow(branch) is UnionSchema { DiscriminatorWireName: null } choice && choice != union ? Flat(choice, depth - 1) : null).ToList();
        var branches = union.Branches.SelectMany((branch, position) => nested[position]?.Branches ?? EquatableArray.Of(branch)).ToEquatableArray();
        return branches.Count > MaxBranches ? union : union with { Branches = branches, AllowsNull = union.AllowsNull || nested.Exists(choice => choice?.AllowsNull == true) };
    }

    /// <summary>A branch that is no longer the reference it was is known by its own place.</summary>
    private static string TargetOf(UnionSchema union, EquatableArray<Schema> branches, string target)
    {
        for (var position = 0; position < branches.Count; position++)
        {
            if (union.Branches[position] is ReferenceSchema reference && reference.Target == target)
            {
                return branches[position] is ReferenceSchema ? target : branches[position].Pointer;
            }
        }

        return target;
    }

    private Schema Narrowed(AllOfSchema allOf, List<Schema> others, Schema branch, Func<ReferenceSchema, IReadOnlyList<ObjectSchema>> objectsOf)
    {
        if (IsObject(branch, MaxDepth))
        {
            var objects = others.OfType<ObjectSchema>().ToList();
            if (objects.Count == 0 || (branch is ReferenceSchema reference && SaysAll(objectsOf(reference), objects)))
            {
                return branch;
            }

            var target = branch is ReferenceSchema { Target: var pointer } ? index.Find(pointer) : null;
            return new AllOfSchema
            {
                Pointer = SchemaIntersection.PointerOf(branch.Pointer, allOf.Pointer),
                Title = target?.WireName ?? branch.Title,
                Description = branch.Description ?? target?.Schema.Description,
                AllowsNull = branch.AllowsNull,
                ChosenName = branch.ChosenName,
                Parts = objects.Append<Schema>(branch).ToEquatableArray(),
            };
        }

        // A value of another kind than the other parts have in mind: properties, for instance, say nothing of it.
        var narrowed = others.Where(other => other is not ObjectSchema).Aggregate(branch, (earlier, other) => intersection.Of(other, earlier) ?? earlier);

        // What stands beside the choice has the place of the whole, which is the union's: as a branch it needs one of its own.
        return narrowed.Pointer == allOf.Pointer ? narrowed with { Pointer = SchemaIntersection.PointerOf(branch.Pointer, allOf.Pointer) } : narrowed;
    }

    /// <summary>Whether a branch has the members that stand beside the choice already, those that nobody names too.</summary>
    private static bool SaysAll(IReadOnlyList<ObjectSchema> branch, IReadOnlyList<ObjectSchema> beside)
    {
        var names = new HashSet<string>(branch.SelectMany(part => part.Properties).Select(property => property.WireName), StringComparer.Ordinal);
        return beside.SelectMany(part => part.Properties).All(property => names.Contains(property.WireName)) && (branch.Any(KeepsOthers) || !beside.Any(KeepsOthers));
    }

    private static bool KeepsOthers(ObjectSchema part) => part.AdditionalProperties is AdditionalProperties.Typed or AdditionalProperties.Any;

    private bool IsObject(Schema schema, int depth) => depth > 0 && intersection.Shallow(schema) switch
    {
        ObjectSchema => true,
        AllOfSchema allOf => allOf.Parts.Any(part => IsObject(part, depth - 1)),
        _ => false,
    };

    private static bool IsUnnamed(UnionSchema union)
    {
        if (union.DiscriminatorWireName is not null || !union.Branches.All(branch => branch is ObjectSchema or AnySchema))
        {
            return false;
        }

        var objects = union.Branches.OfType<ObjectSchema>().ToList();
        return objects.Count < union.Branches.Count || !UnionNormalizer.HasDistinguishingMember(objects, property => property.Schema);
    }

    /// <summary>The members of all branches. One is required where each branch requires it.</summary>
    /// <param name="union">Of unnamed objects.</param>
    /// <param name="known">Members that another part describes: what some branch adds to them holds only there.</param>
    private static ObjectSchema OneObject(UnionSchema union, HashSet<string> known)
    {
        var branches = union.Branches.Select(branch => branch as ObjectSchema ?? new ObjectSchema { Pointer = branch.Pointer }).ToList();
        var required = branches
            .Select(branch => branch.Properties.Where(property => property.IsRequired).Select(property => property.WireName).Concat(branch.RequiredElsewhere))
            .Aggregate((earlier, later) => earlier.Intersect(later, StringComparer.Ordinal))
            .ToList();
        var properties = branches.SelectMany(branch => branch.Properties)
            .Where(property => !known.Contains(property.WireName))
            .GroupBy(property => property.WireName, StringComparer.Ordinal)
            .Select(same => new Property
            {
                WireName = same.Key,
                Schema = Either(same.Select(property => property.Schema).ToList()),
                IsRequired = required.Contains(same.Key),
            })
            .ToList();
        return new ObjectSchema
        {
            Pointer = union.Pointer,
            Properties = properties.ToEquatableArray(),
            RequiredElsewhere = required.Where(known.Contains).ToEquatableArray(),
            AdditionalProperties = branches.Exists(KeepsOthers)
                ? AdditionalProperties.Any
                : AdditionalProperties.NotDeclared,
        };
    }

    private static Schema Either(IReadOnlyList<Schema> schemas)
    {
        var distinct = schemas.GroupBy(schema => schema with { Pointer = "", Description = null }).Select(same => same.First()).ToList();
        if (distinct.Count == 1)
        {
            return distinct[0];
        }

        var pointer = distinct.Skip(1).Aggregate(distinct[0].Pointer, (first, schema) => SchemaIntersection.PointerOf(first, schema.Pointer));
        var strings = distinct.OfType<StringSchema>().Where(text => !text.Members.IsEmpty).ToList();
        return strings.Count == distinct.Count
            ? strings[0] with
            {
                Pointer = pointer,
                Members = strings.SelectMany(text => text.Members).GroupBy(member => member.WireValue, StringComparer.Ordinal).Select(same => same.First()).ToEquatableArray(),
            }
            : new UnionSchema { Pointer = pointer, Branches = distinct.ToEquatableArray() };
    }
}
