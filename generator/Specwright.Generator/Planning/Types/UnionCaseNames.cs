using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Names the cases of unions, and the types that stand inline in them.</summary>
internal static class UnionCaseNames
{
    /// <summary>The name of a type for an inline branch: the union's, and the branch's title, its constant, what it builds on, its first member, or its kind.</summary>
    /// <remarks>Nothing of it depends on the other branches, nor, as long as there is anything to call it by, on its place: adding a branch renames none.</remarks>
    public static string HintOf(Schema branch, int position, string unionHint)
    {
        var word = branch.Title is { } title && title.Any(char.IsLetter) ? Identifiers.Pascal(title) : ConstantOf(branch) ?? branch switch
        {
            StringSchema => "Text",
            IntegerSchema or NumberSchema => "Number",
            ArraySchema => "",
            ObjectSchema { Properties.IsEmpty: true } => "",
            ObjectSchema { Properties: var properties } => "With" + Identifiers.Pascal(properties.FirstOrDefault(property => property.IsRequired)?.WireName ?? properties[0].WireName),
            AllOfSchema allOf when allOf.Parts.OfType<ReferenceSchema>().FirstOrDefault() is { } built => Identifiers.Pascal(LastTokenOf(built.Target)),
            _ => "Case" + (position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return word.StartsWith(unionHint, StringComparison.Ordinal) && word.Length > unionHint.Length ? word : unionHint + word;
    }

    /// <summary>What the case is called, in the order of the types.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(Schema Branch, TypeReference Type)> cases, string unionIdentifier)
    {
        var names = cases.Select(member => BriefNameOf(member.Branch, member.Type, unionIdentifier)).ToList();
        return names.Select((name, position) => names.Count(other => other == name) == 1 ? name : FullNameOf(cases[position].Type)).ToList();
    }

    private static string BriefNameOf(Schema branch, TypeReference type, string unionIdentifier) => type.Shape switch
    {
        // An inline branch is named after the union, which goes without saying inside it.
        TypeShape.Object or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.ClosedEnum =>
            branch is not ReferenceSchema && type.Name.Length > unionIdentifier.Length && type.Name.StartsWith(unionIdentifier, StringComparison.Ordinal)
            && char.IsUpper(type.Name[unionIdentifier.Length])
                ? type.Name.Substring(unionIdentifier.Length)
                : type.Name,
        TypeShape.Formattable => type.Name == FrameworkTypes.Guid ? "Guid" : "Number",
        TypeShape.List => "Items",
        TypeShape.Map => "Map",
        _ => FullNameOf(type),
    };

    /// <summary>The name of a type as a word: <c>Text</c>, <c>Number</c>, <c>OrderItems</c>.</summary>
    public static string WordOf(TypeReference type) => type.Shape == TypeShape.Formattable && type.Name != FrameworkTypes.Guid ? "Number" : FullNameOf(type);

    private static string FullNameOf(TypeReference type) => type.Shape switch
    {
        TypeShape.String => "Text",
        TypeShape.Boolean => "Boolean",
        TypeShape.DateTimeOffset => "DateTimeOffset",
        TypeShape.DateTime => "DateTime",
        TypeShape.DateOnly => "Date",
        TypeShape.Bytes => "Bytes",
        TypeShape.StringOrNumber => "TextOrNumber",
        TypeShape.Any => "Any",
        TypeShape.Open => type.Item is null ? "Stream" : "Items",
        TypeShape.List => FullNameOf(type.Item!) + "Items",
        TypeShape.Map => FullNameOf(type.Item!) + "Map",
        _ => Identifiers.Pascal(type.Name.Substring(type.Name.LastIndexOf('.') + 1)),
    };

    private static string LastTokenOf(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1).Replace("~1", "/").Replace("~0", "~");

    private static string? ConstantOf(Schema branch) => (branch as ObjectSchema)?.Properties
        .Select(property => property.Schema)
        .OfType<StringSchema>()
        .Where(text => text.Members.Count == 1)
        .Select(text => Identifiers.Pascal(text.Members[0].WireValue))
        .FirstOrDefault();
}
