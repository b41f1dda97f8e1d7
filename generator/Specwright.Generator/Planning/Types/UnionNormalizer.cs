using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>Brings unions into one form: unions among the branches dissolved, branches that mean one type merged, discriminator values settled.</summary>
/// <remarks>It follows unions as written and never asks for a normal form: unions may contain each other.</remarks>
internal sealed class UnionNormalizer(SchemaIndex index)
{
    /// <summary>More than any description has; a hostile one must not grow without bound.</summary>
    private const int MaxBranches = 1000;

    private const int MaxDepth = 32;

    /// <summary>
    /// The one branch that is left, or a union whose branches differ in type and are no unions; the targets of its discriminator values are then
    /// the pointers of its own branches.
    /// </summary>
    public Schema Normalize(UnionSchema union)
    {
        var found = new List<Branch>();
        Collect(union, [], found, new HashSet<string>(StringComparer.Ordinal), MaxDepth);
        if (found.Count > MaxBranches)
        {
            return new UnsupportedSchema { Pointer = union.Pointer, Description = union.Description, AllowsNull = union.AllowsNull, Keyword = $"oneOf or anyOf of more than {MaxBranches} branches" };
        }

        var allowsNull = union.AllowsNull || found.Any(branch => branch.AllowsNull);
        var branches = Merge(found);
        if (branches.Count == 0 || branches.All(branch => branch.Behind is AnySchema or UnsupportedSchema))
        {
            return (Schema?)branches.Select(branch => branch.Behind).OfType<UnsupportedSchema>().FirstOrDefault() ?? new AnySchema { Pointer = union.Pointer, Description = union.Description };
        }

        if (branches.Count == 1)
        {
            return branches[0].Written with
            {
                AllowsNull = allowsNull,
                Description = union.Description ?? branches[0].Written.Description,
                IsWriteOnly = union.IsWriteOnly || branches[0].Written.IsWriteOnly,
                IsReadOnly = union.IsReadOnly || branches[0].Written.IsReadOnly,
                IsDeprecated = union.IsDeprecated || branches[0].Written.IsDeprecated,
            };
        }

        var discriminator = DiscriminatorOf(union, branches);
        return union with
        {
            AllowsNull = allowsNull,
            Branches = branches.Select(branch => branch.Written).ToEquatableArray(),
            DiscriminatorWireName = discriminator,
            DiscriminatorValues = discriminator is null ? default : branches.SelectMany(branch => ValuesOf(branch, discriminator)).ToEquatableArray(),
        };
    }

    private void Collect(UnionSchema union, IReadOnlyList<Named> inherited, List<Branch> found, HashSet<string> seen, int depth)
    {
        if (depth == 0 || !seen.Add(union.Pointer))
        {
            return;
        }

        foreach (var written in union.Branches)
        {
            if (found.Count > MaxBranches)
            {
                return;
            }

            var target = (written as ReferenceSchema)?.Target ?? written.Pointer;
            var names = union.DiscriminatorValues.IsEmpty ? inherited : inherited.Concat(union.DiscriminatorValues
                .Where(value => value.Target == target)
                .Select(value => new Named(union.DiscriminatorWireName!, value.WireValue, value.IsDeclared))).ToList();
            var (behind, allowsNull) = index.Behind(written);
            if (behind is UnionSchema nested)
            {
                var first = found.Count;
                Collect(nested, names, found, seen, depth - 1);
                if (nested.AllowsNull || allowsNull)
                {
                    for (var position = first; position < found.Count; position++)
                    {
                        found[position] = found[position] with { AllowsNull = true };
                    }
                }
            }
            else
            {
                found.Add(new Branch(written, behind, allowsNull, names));
            }
        }
    }

    /// <summary>One branch for each C# type. A number makes an integer beside it superfluous.</summary>
    private List<Branch> Merge(List<Branch> found)
    {
        var hasNumber = found.Any(branch => branch.Behind is NumberSchema);
        var merged = new List<Branch>(found.Count);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var branch in found)
        {
            if (hasNumber && branch.Behind is IntegerSchema && !index.Scalars.IsEnumeration(branch.Behind))
            {
                continue;
            }

            var kind = KindOf(branch.Behind, MaxDepth);
            if (positions.TryGetValue(kind, out var position))
            {
                merged[position] = merged[position] with { Names = [.. merged[position].Names, .. branch.Names] };
            }
            else
            {
                positions.Add(kind, merged.Count);
                merged.Add(branch);
            }
        }

        return merged;
    }

    /// <summary>Equal for schemas of one C# type, as far as that shows without planning it.</summary>
    private string KindOf(Schema schema, int depth) => schema switch
    {
        _ when depth == 0 => "any",
        ObjectSchema { Properties.IsEmpty: true, AdditionalPropertiesSchema: { } value } => "map of " + KindOf(index.Behind(value).Schema, depth - 1),
        ObjectSchema { Properties.IsEmpty: true } => "map",
        ArraySchema array => "list of " + KindOf(index.Behind(array.Items).Schema, depth - 1),
        StringSchema text when !index.Scalars.IsEnumeration(text) => index.Scalars.Of(text).Codec,
        IntegerSchema integer when !index.Scalars.IsEnumeration(integer) => index.Scalars.Of(integer).Codec,
        NumberSchema number => index.Scalars.Of(number).Codec,
        BooleanSchema => "boolean",
        AnySchema => "any",
        _ => schema.Pointer,
    };

    /// <summary>The declared discriminator or, without one, the required property that is an enumeration of other values in each object.</summary>
    private string? DiscriminatorOf(UnionSchema union, List<Branch> branches)
    {
        if (union.DiscriminatorWireName is { } own)
        {
            return own;
        }

        var declared = branches.SelectMany(branch => branch.Names).Select(name => name.Discriminator).Distinct(StringComparer.Ordinal).ToList();
        if (declared.Count == 1)
        {
            return declared[0];
        }

        return DistinguishingMember(branches.Select(branch => branch.Behind).OfType<ObjectSchema>().ToList(), property => index.Behind(property.Schema).Schema);
    }

    /// <summary>Whether objects can be told apart by a required property that is an enumeration of other values in each.</summary>
    public static bool HasDistinguishingMember(IReadOnlyList<ObjectSchema> objects, Func<Property, Schema> schemaOf) => DistinguishingMember(objects, schemaOf) is not null;

    private static string? DistinguishingMember(IReadOnlyList<ObjectSchema> objects, Func<Property, Schema> schemaOf) => objects.Count < 2
        ? null
        : objects[0].Properties.Select(property => property.WireName).FirstOrDefault(name =>
        {
            var values = new HashSet<string>(StringComparer.Ordinal);
            return objects.All(candidate => candidate.Properties.FirstOrDefault(property => property.WireName == name) is { IsRequired: true } property
                && EnumeratedBy(schemaOf(property)) is { Count: > 0 } own && own.All(values.Add));
        });

    /// <summary>
    /// What the mapping says, then the enumeration of the property; the schema's name only where neither says anything. The first is the one to write.
    /// </summary>
    private IEnumerable<DiscriminatorValue> ValuesOf(Branch branch, string discriminator)
    {
        var property = (branch.Behind as ObjectSchema)?.Properties.FirstOrDefault(property => property.WireName == discriminator);
        var names = branch.Names.Where(name => name.Discriminator == discriminator).ToList();
        var told = names.Where(name => name.IsDeclared).Select(name => name.WireValue).Concat(property is null ? [] : EnumeratedBy(index.Behind(property.Schema).Schema)).ToList();
        return (told.Count > 0 ? told : names.Select(name => name.WireValue))
            .Distinct(StringComparer.Ordinal)
            .Select(value => new DiscriminatorValue { WireValue = value, Target = branch.Written.Pointer });
    }

    private static IReadOnlyList<string> EnumeratedBy(Schema schema) => schema switch
    {
        StringSchema text => text.Members.Select(member => member.WireValue).Distinct(StringComparer.Ordinal).ToList(),
        IntegerSchema integer => integer.Members.Select(member => member.WireValue).Distinct(StringComparer.Ordinal).ToList(),
        _ => [],
    };

    /// <param name="Written">As it stands under the union.</param>
    /// <param name="Behind">Without references and <c>allOf</c>.</param>
    /// <param name="AllowsNull">Whether null is one of the branch's values.</param>
    /// <param name="Names">The discriminator values that lead here, of the union and of those around it.</param>
    private sealed record Branch(Schema Written, Schema Behind, bool AllowsNull, IReadOnlyList<Named> Names);

    private sealed record Named(string Discriminator, string WireValue, bool IsDeclared);
}
