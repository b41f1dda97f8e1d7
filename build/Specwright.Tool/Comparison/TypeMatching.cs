using System.Text.RegularExpressions;
using Specwright.Planning;

namespace Specwright.Tool.Comparison;

/// <summary>Which types of two clients are the same type, and whether two references mean the same.</summary>
internal sealed partial class TypeMatching
{
    private readonly Dictionary<string, string> _newNames;

    public TypeMatching(ApiPlan old, ApiPlan @new)
    {
        // A type is the same one to callers where its name is; after that where it stands in the description; after that where another one stands in its place.
        var known = Matching<TypePlan>.By(old.Types, @new.Types, type => type.Identifier, type => type.SourcePointer);
        var renames = TypeRenames.Find(old, @new, known);
        var removed = known.Removed.ToHashSet<TypePlan>(ReferenceEqualityComparer.Instance);
        Types = Matching<TypePlan>.By(
            old.Types,
            @new.Types,
            type => type.Identifier,
            type => type.SourcePointer,
            type => removed.Contains(type) ? renames.GetValueOrDefault(type.Identifier) : type.Identifier);
        _newNames = Types.Pairs.ToDictionary(pair => pair.Old.Identifier, pair => pair.New.Identifier, StringComparer.Ordinal);
    }

    public Matching<TypePlan> Types { get; }

    /// <summary>What an old type is called now; null: it is gone.</summary>
    public string? NewNameOf(string oldName) => _newNames.GetValueOrDefault(oldName);

    /// <summary>Whether callers write the same type, apart from null and from types that only have another name.</summary>
    public bool IsSame(TypeReference old, TypeReference @new)
    {
        if (old.Shape != @new.Shape || (old.Item is null) != (@new.Item is null))
        {
            return false;
        }

        if (old.Item is { } oldItem && @new.Item is { } newItem)
        {
            return OuterOf(old.Name) == OuterOf(@new.Name) && oldItem.AllowsNull == newItem.AllowsNull && IsSame(oldItem, newItem);
        }

        return IsGenerated(old) ? _newNames.GetValueOrDefault(old.Name) == @new.Name : old.Name == @new.Name;
    }

    /// <summary>Whether values of the same type have the same text.</summary>
    public static bool IsSameFormat(TypeReference old, TypeReference @new)
    {
        if (old.Item is { } oldItem && @new.Item is { } newItem)
        {
            return OuterOf(old.Codec) == OuterOf(@new.Codec) && IsSameFormat(oldItem, newItem);
        }

        return IsGenerated(old) || old.Codec == @new.Codec;
    }

    /// <summary><c>IReadOnlyList&lt;Order&gt;?</c>: as it reads in code.</summary>
    public static string TextOf(TypeReference type, bool isNullable = false) => TextOf(isNullable ? type.NullableName : type.Name);

    public static string TextOf(string name) => Namespaces().Replace(name, "");

    public static bool IsGenerated(TypeReference type) => type.Shape is TypeShape.Object or TypeShape.Union or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.ClosedEnum;

    private static string OuterOf(string name) => name.IndexOf('<', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;

    [GeneratedRegex(@"global::(\w+\.)+")]
    private static partial Regex Namespaces();
}
