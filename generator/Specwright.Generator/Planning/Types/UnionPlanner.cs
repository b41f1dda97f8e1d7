using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Plans unions in their normal form.</summary>
internal sealed class UnionPlanner(SchemaIndex index, Func<Schema, string, TypeReference> reference, ICollection<Finding> findings)
{
    private const string ReservedSuffix = "Case";

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

        // Only where discriminator values do not tell.
        var fits = new Lazy<IReadOnlyList<CaseFit>>(() => new CaseFits(index).Of(cases.Select(member => member.Branch).ToList()));
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
                    ParameterName = parameters.Add(new NameCandidate(names[position], names[position], Identifiers.Camel(names[position])), ReservedSuffix, findings: null),
                    Type = member.Type,
                    DiscriminatorValues = own,
                    DefaultDiscriminator = LacksDiscriminator(schema, member.Branch) ? own.FirstOrDefault() : null,
                    Fit = !own.IsEmpty && !own.Any(shared.Contains) ? new ObjectFit(default, default, default, IsOpen: false) : fits.Value[position],
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
}
