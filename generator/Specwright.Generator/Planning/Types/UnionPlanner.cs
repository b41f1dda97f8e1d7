using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Types;

/// <summary>All that the plan of a union depends on.</summary>
internal sealed record UnionParts(UnionSchema Schema, string Identifier, EquatableArray<UnionCaseParts> Cases);

/// <param name="Branch">Of the union.</param>
/// <param name="Type">Of its values that are not null.</param>
/// <param name="LacksDiscriminator">Whether a value may come without what tells the cases.</param>
/// <param name="Fit">What tells a value of the case.</param>
internal readonly record struct UnionCaseParts(Schema Branch, TypeReference Type, bool LacksDiscriminator, CaseFit Fit);

/// <summary>Plans unions in their normal form.</summary>
internal sealed class UnionPlanner(SchemaIndex index, Func<Schema, string, TypeReference> reference, Remembered<UnionParts, Made<UnionPlan>> memory, List<Finding> findings)
{
    private const string ReservedSuffix = "Case";

    private static readonly HashSet<string> None = [];

    private readonly CaseFits _fits = new(index);

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

        var told = ToldByDiscriminator(schema);

        // Only where discriminator values do not tell.
        var fits = new Lazy<IReadOnlyList<CaseFit>>(() => _fits.Of(cases.Select(member => member.Branch).ToList()));
        var parts = cases.Select((member, position) => new UnionCaseParts(
            member.Branch,
            member.Type,
            LacksDiscriminator(schema, member.Branch),
            told.Contains(member.Branch.Pointer) ? new ObjectFit(default, default, default, IsOpen: false) : fits.Value[position]));
        var made = memory.Of(identifier, new UnionParts(schema, identifier, parts.ToEquatableArray()), Make);
        findings.AddRange(made.Findings);
        return made.Plan;
    }

    private static Made<UnionPlan> Make(UnionParts parts)
    {
        var found = new List<Finding>();
        var names = NamesOf(parts.Cases.Select(member => (member.Branch, member.Type)).ToList(), parts.Identifier, found);
        var parameters = new NameScope(ignoreCase: false, ["unknown"]);
        var values = ValuesOf(parts.Schema);
        var plan = new UnionPlan
        {
            Identifier = parts.Identifier,
            Documentation = DocumentationText.Of(parts.Schema, parts.Identifier),
            SourcePointer = parts.Schema.Pointer,
            DiscriminatorWireName = parts.Schema.DiscriminatorWireName,
            Cases = parts.Cases.Select((member, position) =>
            {
                var own = values[member.Branch.Pointer].ToEquatableArray();
                return new UnionCasePlan
                {
                    Identifier = names[position],
                    ParameterName = parameters.Add(new NameCandidate(names[position], names[position], Identifiers.Camel(names[position])), ReservedSuffix, findings: null),
                    Type = member.Type,
                    DiscriminatorValues = own,
                    DefaultDiscriminator = member.LacksDiscriminator ? own.FirstOrDefault() : null,
                    Fit = member.Fit,
                };
            }).ToEquatableArray(),
        };
        return new(plan, found.ToEquatableArray());
    }

    private static ILookup<string, string> ValuesOf(UnionSchema schema) => schema.DiscriminatorValues.ToLookup(value => value.Target, value => value.WireValue, StringComparer.Ordinal);

    /// <summary>The pointers of the branches that have values of the discriminator, and alone.</summary>
    private static HashSet<string> ToldByDiscriminator(UnionSchema schema)
    {
        if (schema.DiscriminatorValues.IsEmpty)
        {
            return None;
        }

        var shared = Repeated(schema.DiscriminatorValues.Select(value => value.WireValue));
        return new(ValuesOf(schema).Where(branch => !branch.Any(shared.Contains)).Select(branch => branch.Key), StringComparer.Ordinal);
    }

    private static HashSet<string> Repeated(IEnumerable<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new HashSet<string>(texts.Where(text => !seen.Add(text)), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<(Schema Branch, TypeReference Type)> cases, string identifier, List<Finding> found)
    {
        // A member called like its type does not compile: TryGetCard in a union TryGetCard.
        string[] reserved = identifier.StartsWith("TryGet", StringComparison.Ordinal) ? ["Unknown", identifier.Substring("TryGet".Length)] : ["Unknown"];
        var names = UnionCaseNames.Of(cases, identifier);
        return new NameScope(ignoreCase: false, reserved).Add(
            cases.Select((member, position) => new NameCandidate(member.Branch.Pointer, names[position], names[position], Key: member.Type.Name)).ToList(),
            ReservedSuffix,
            found);
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
}
