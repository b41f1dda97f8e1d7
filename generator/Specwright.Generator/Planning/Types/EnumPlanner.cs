using System.Globalization;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Plans enumerations.</summary>
internal sealed class EnumPlanner(ScalarTypes scalars, ICollection<Finding> findings)
{
    private const string ReservedSuffix = "Member";

    private const string Unknown = "Unrecognized";

    /// <summary>Of an open enumeration. No member of a closed one is called so either: the choice between them renames nothing.</summary>
    private static readonly HashSet<string> EnumMembers = new(StringComparer.Ordinal)
    {
        "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "JsonCodec", "MemberwiseClone", "PrintMembers", "ReferenceEquals",
        "ToString", "Value", "Values", "value__",
    };

    public StringEnumPlan Plan(StringSchema schema, string identifier) => new()
    {
        Identifier = identifier,
        Documentation = DocumentationText.Of(schema, identifier),
        SourcePointer = schema.Pointer,
        Members = Plan(schema, identifier, schema.Members, Identifiers.Pascal),
    };

    public IntegerEnumPlan Plan(IntegerSchema schema, string identifier) => new()
    {
        Identifier = identifier,
        Documentation = DocumentationText.Of(schema, identifier),
        SourcePointer = schema.Pointer,
        Underlying = scalars.Of(schema).Name,
        Members = Plan(schema, identifier, Whole(schema, scalars), value => "Value" + Identifiers.Pascal(value).TrimStart('_')),
    };

    /// <summary>A C# <c>enum</c> with the members of the open one.</summary>
    public ClosedEnumPlan PlanClosed(Schema schema, string identifier, string companion)
    {
        var (members, underlying) = schema switch
        {
            StringSchema text => (Plan(text, identifier).Members, null),
            IntegerSchema integer when Plan(integer, identifier) is var open => (open.Members, open.Underlying),
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

    private EquatableArray<EnumMemberPlan> Plan(Schema schema, string identifier, IEnumerable<EnumMember> members, Func<string, string> name)
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
            findings);
        return distinct.Select((member, position) => new EnumMemberPlan
        {
            Identifier = names[position],
            WireValue = member.WireValue,
            Documentation = DocumentationText.Of(member.Description),
        }).ToEquatableArray();
    }
}
