using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Plans unions in their normal form.</summary>
internal sealed class UnionPlanner(SchemaIndex index, Func<Schema, string, TypeReference> reference, ICollection<Finding> findings)
{
    private const string ReservedSuffix = "Case";

    /// <summary>Lists of lists of lists: deeper ones are told apart no more.</summary>
    private const int MaxDepth = 4;

    public UnionPlan Plan(UnionSchema schema, string identifier)
    {
        var cases = new List<(Schema Branch, TypeReference Type)>();
        for (var position = 0; position < schema.Branches.Count; position++)
        {
            var branch = schema.Branches[position];
            var type = reference(branch, UnionCaseNames.HintOf(branch, position, identifier));

            // Any value is what the unknown case holds. Nullability inside a list makes no other type.
            if (type.Shape != TypeShape.Any && cases.All(earlier => earlier.Type.Name.Replace("?", "") != type.Name.Replace("?", "")))
            {
                cases.Add((branch, type with { AllowsNull = false }));
            }
        }

        var names = NamesOf(cases, identifier);
        var parameters = new NameScope(ignoreCase: false, ["unknown"]);
        var values = schema.DiscriminatorValues.ToLookup(value => value.Target, value => value.WireValue, StringComparer.Ordinal);
        var shared = Repeated(schema.DiscriminatorValues.Select(value => value.WireValue));
        var contested = ContestedMembers(schema);
        return new UnionPlan
        {
            Identifier = identifier,
            Documentation = DocumentationText.Of(schema, identifier),
            SourcePointer = schema.Pointer,
            DiscriminatorWireName = schema.DiscriminatorWireName,
            Cases = cases.Select((member, position) =>
            {
                var own = values[member.Branch.Pointer].ToEquatableArray();
                return new UnionCasePlan
                {
                    Identifier = names[position],
                    ParameterName = parameters.Add(new NameCandidate(names[position], names[position], Identifiers.Camel(names[position])), ReservedSuffix, []),
                    Type = member.Type,
                    DiscriminatorValues = own,
                    DefaultDiscriminator = LacksDiscriminator(schema, member.Branch) ? own.FirstOrDefault() : null,
                    Fit = !own.IsEmpty && !own.Any(shared.Contains) ? new ObjectFit(default, default, default, IsOpen: false) : FitOf(member.Branch, contested),
                };
            }).ToEquatableArray(),
        };
    }

    private static HashSet<string> Repeated(IEnumerable<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new HashSet<string>(texts.Where(text => !seen.Add(text)), StringComparer.Ordinal);
    }

    private IReadOnlyList<string> NamesOf(IReadOnlyList<(Schema Branch, TypeReference Type)> cases, string identifier)
    {
        // A member called like its type does not compile: TryGetCard in a union TryGetCard.
        string[] reserved = identifier.StartsWith("TryGet", StringComparison.Ordinal) ? ["Unknown", identifier.Substring("TryGet".Length)] : ["Unknown"];
        var names = UnionCaseNames.Of(cases, identifier);
        return new NameScope(ignoreCase: false, reserved).Add(
            cases.Select((member, position) => new NameCandidate(member.Branch.Pointer, names[position], names[position], Key: member.Type.Name)).ToList(),
            ReservedSuffix,
            findings);
    }

    /// <summary>A record may lack the property, or leave it unset; then the case itself says what to write.</summary>
    private bool LacksDiscriminator(UnionSchema schema, Schema branch)
    {
        if (index.Resolve(branch) is not ObjectSchema @object)
        {
            return false;
        }

        var property = @object.Properties.FirstOrDefault(property => property.WireName == schema.DiscriminatorWireName);
        return property is null || (!index.IsAlwaysPresent(property) && index.Resolve(property.Schema) is StringSchema);
    }

    /// <summary>The names of properties that several branches have with different values.</summary>
    private HashSet<string> ContestedMembers(UnionSchema schema)
    {
        var fits = new Dictionary<string, CaseFit>(StringComparer.Ordinal);
        var contested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in schema.Branches.Select(index.Resolve).OfType<ObjectSchema>().SelectMany(branch => branch.Properties))
        {
            var fit = MemberFitOf(property.Schema);
            if (!fits.TryGetValue(property.WireName, out var first))
            {
                fits.Add(property.WireName, fit);
            }
            else if (fit != first)
            {
                contested.Add(property.WireName);
            }
        }

        return contested;
    }

    private CaseFit FitOf(Schema branch, HashSet<string> contested)
    {
        var fit = FitOf(branch, MaxDepth);
        return fit is ObjectFit @object
            ? @object with
            {
                Members = ((ObjectSchema)Resolve(branch)).Properties
                    .Where(property => contested.Contains(property.WireName))
                    .Select(property => new MemberFit(property.WireName, MemberFitOf(property.Schema)))
                    .Where(member => member.Fit is not AnyFit)
                    .ToEquatableArray(),
            }
            : fit;
    }

    /// <summary>Not into objects and lists: their kind tells enough.</summary>
    private CaseFit MemberFitOf(Schema schema) => Resolve(schema) switch
    {
        ObjectSchema => new ObjectFit(default, default, default, IsOpen: true),
        ArraySchema => new ArrayFit(new AnyFit()),
        StringSchema { Members.Count: 1 } text => new ConstantFit(text.Members[0].WireValue),
        var scalar => FitOf(scalar, 1),
    };

    private CaseFit FitOf(Schema schema, int depth) => depth == 0 ? new AnyFit() : Resolve(schema) switch
    {
        ObjectSchema @object => new ObjectFit(
            @object.Properties.Select(property => property.WireName).ToEquatableArray(),
            @object.Properties.Where(index.IsAlwaysPresent).Select(property => property.WireName).Concat(@object.RequiredElsewhere).ToEquatableArray(),
            Members: default,
            IsOpen: @object.Properties.IsEmpty),
        ArraySchema array => new ArrayFit(FitOf(array.Items, depth - 1)),
        StringSchema { Members.IsEmpty: false } text => new TextEnumerationFit(text.Members.Select(member => member.WireValue).ToEquatableArray()),
        StringSchema text => ScalarTypes.Of(text) is { Shape: not TypeShape.String } type ? new CodecFit(type, IsNumber: false) : new TextFit(),
        IntegerSchema { Members.IsEmpty: false } integer => new NumberEnumerationFit(EnumPlanner.Whole(integer).Select(member => member.WireValue).ToEquatableArray()),
        IntegerSchema integer => new CodecFit(ScalarTypes.Of(integer), IsNumber: true),
        NumberSchema number => new CodecFit(ScalarTypes.Of(number), IsNumber: true),
        BooleanSchema => new BooleanFit(),
        _ => new AnyFit(),
    };

    /// <summary>The schema behind references; a union of one case is told by that case.</summary>
    private Schema Resolve(Schema schema) => index.Resolve(schema) is UnionSchema { Branches.Count: 1 } union ? union.Branches[0] : index.Resolve(schema);
}
