using System.Globalization;
using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Types;

/// <summary>All that the plan of an enumeration depends on, beside the options.</summary>
/// <param name="Schema">Of texts or of integers.</param>
/// <param name="Identifier">The type's.</param>
/// <param name="Companion">The class beside it where it is to be a C# <c>enum</c>; null: it is to be an open enumeration.</param>
internal sealed record EnumParts(Schema Schema, string Identifier, string? Companion);

/// <summary>Plans enumerations.</summary>
internal sealed class EnumPlanner(ScalarTypes scalars, Remembered<EnumParts, Made<TypePlan>> memory, List<Finding> findings)
{
    private const string ReservedSuffix = "Member";

    private const string Unknown = "Unrecognized";

    /// <summary>Of an open enumeration. No member of a closed one is called so either: the choice between them renames nothing.</summary>
    private static readonly HashSet<string> EnumMembers = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "JsonCodec", "MemberwiseClone", "PrintMembers", "ReferenceEquals",
        "ToString", "Value", "Values", "value__",
    };

    /// <param name="schema">Of texts or of integers.</param>
    /// <param name="identifier">The type's.</param>
    /// <param name="companion">As in <see cref="EnumParts"/>.</param>
    public TypePlan Plan(Schema schema, string identifier, string? companion)
    {
        var made = memory.Of(identifier, new EnumParts(schema, identifier, companion), Make);
        findings.AddRange(made.Findings);
        return made.Plan;
    }

    private Made<TypePlan> Make(EnumParts parts)
    {
        var found = new List<Finding>();
        TypePlan plan = parts switch
        {
            { Companion: { } companion } => PlanClosed(parts.Schema, parts.Identifier, companion, found),
            { Schema: StringSchema text } => PlanOpen(text, parts.Identifier, found),
            _ => PlanOpen((IntegerSchema)parts.Schema, parts.Identifier, found),
        };
        return new(plan, found.ToEquatableArray());
    }

    private static StringEnumPlan PlanOpen(StringSchema schema, string identifier, List<Finding> found) => new()
    {
        Identifier = identifier,
        Documentation = DocumentationText.Of(schema, identifier),
        SourcePointer = schema.Pointer,
        Members = MembersOf(schema, identifier, schema.Members, Identifiers.Pascal, found),
    };

    private IntegerEnumPlan PlanOpen(IntegerSchema schema, string identifier, List<Finding> found) => new()
    {
        Identifier = identifier,
        Documentation = DocumentationText.Of(schema, identifier),
        SourcePointer = schema.Pointer,
        Underlying = scalars.Of(schema).Name,
        Members = MembersOf(schema, identifier, Whole(schema, scalars), value => "Value" + Identifiers.Pascal(value).TrimStart('_'), found),
    };

    /// <summary>A C# <c>enum</c> with the members of the open one.</summary>
    private ClosedEnumPlan PlanClosed(Schema schema, string identifier, string companion, List<Finding> found)
    {
        var (members, underlying) = schema switch
        {
            StringSchema text => (PlanOpen(text, identifier, found).Members, null),
            IntegerSchema integer when PlanOpen(integer, identifier, found) is var open => (open.Members, open.Underlying),
            _ => throw new InvalidOperationException($"{schema.Pointer} is no enumeration"),
        };
        var names = new HashSet<string>(members.Select(member => member.Identifier), StringComparer.Ordinal);
        return new()
        {
            Identifier = identifier,
            Companion = companion,
            Documentation = DocumentationText.Of(schema, identifier),
            SourcePointer = schema.Pointer,
            Underlying = underlying,
            UnknownIdentifier = underlying is null ? new[] { Unknown, Unknown + "Value", Unknown + "Text" }.First(name => name != identifier && !names.Contains(name)) : null,
            Members = members,
        };
    }

    /// <summary>Those that the C# type can hold; the others can only be wrong, since the format promises otherwise.</summary>
    internal static IEnumerable<EnumMember> Whole(IntegerSchema schema, ScalarTypes scalars) => schema.Members.Where(member =>
        long.TryParse(member.WireValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (scalars.Of(schema) != TypeReferences.Int32 || number is >= int.MinValue and <= int.MaxValue));

    private static List<EnumMember> DistinctByValue(List<EnumMember> members)
    {
        if (members.Count < 2)
        {
            return members;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return members.FindAll(member => seen.Add(member.WireValue));
    }

    private static EquatableArray<EnumMemberPlan> MembersOf(Schema schema, string identifier, IEnumerable<EnumMember> members, Func<string, string> name, List<Finding> found)
    {
        var distinct = DistinctByValue(members.ToList());
        var scope = new NameScope(EnumMembers, [identifier], expected: distinct.Count + 1);

        // Members are told apart by their values, not by their places: these move when one is inserted.
        var names = scope.Add(
            distinct.Select(member => new NameCandidate(
                schema.Pointer,
                member.WireValue,
                member.ChosenName is { } chosen ? Identifiers.Chosen(chosen) : name(member.WireValue),
                Key: member.WireValue)).ToList(),
            ReservedSuffix,
            found);
        return distinct.Select((member, position) => new EnumMemberPlan
        {
            Identifier = names[position],
            WireValue = member.WireValue,
            Documentation = DocumentationText.Of(member.Description),
        }).ToEquatableArray();
    }
}
