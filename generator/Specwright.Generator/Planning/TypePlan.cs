using Specwright.Model;

namespace Specwright.Planning;

/// <summary>Text for documentation comments: CommonMark already reduced to words and <see cref="DocumentationMark"/>s; Emission writes it as XML.</summary>
internal sealed record Documentation
{
    /// <summary>Null or empty: no summary is written, for no sentence is invented.</summary>
    public string? Summary { get; init; }

    /// <summary>Further paragraphs.</summary>
    public EquatableArray<string> Remarks { get; init; }

    public bool IsDeprecated { get; init; }
}

/// <summary>One generated data type.</summary>
internal abstract record TypePlan
{
    /// <summary>The C# name, unique in the namespace.</summary>
    public required string Identifier { get; init; }

    /// <summary>What reads and writes its JSON.</summary>
    public virtual string Codec => Identifier + ".JsonCodec";

    public required Documentation Documentation { get; init; }

    /// <summary>The JSON pointer of origin, for the remarks.</summary>
    public required string SourcePointer { get; init; }
}

internal sealed record RecordPlan : TypePlan
{
    /// <summary>The record that this one derives from, if any.</summary>
    public string? Base { get; init; }

    /// <summary>The records that derive from this one without another between; it is sealed where there are none.</summary>
    public EquatableArray<DerivedRecordPlan> Derived { get; init; }

    /// <summary>The member that tells which of <see cref="Derived"/> a value is.</summary>
    public string? DiscriminatorWireName { get; init; }

    /// <summary>What the constructor sets, if the record stands for a value of its base's discriminator.</summary>
    public DiscriminatorValuePlan? DiscriminatorValue { get; init; }

    /// <summary>Whether a union or the base may have read the discriminator already: <see cref="UnionCasePlan.DiscriminatorIndex"/>.</summary>
    public bool IsReadOnFromDiscriminator { get; init; }

    /// <summary>In the order of the description, inherited ones included: the codec reads and writes all of them.</summary>
    public EquatableArray<PropertyPlan> Properties { get; init; }

    /// <summary>Null: unknown members are skipped.</summary>
    public AdditionalPropertiesPlan? AdditionalProperties { get; init; }
}

internal sealed record DerivedRecordPlan
{
    public required string Identifier { get; init; }

    /// <summary>The values of the discriminator that lead to it or to one that derives from it.</summary>
    public EquatableArray<string> DiscriminatorValues { get; init; }

    /// <inheritdoc cref="UnionCasePlan.DiscriminatorIndex"/>
    public int? DiscriminatorIndex { get; init; }
}

internal sealed record DiscriminatorValuePlan
{
    /// <summary>The property's C# name.</summary>
    public required string Property { get; init; }

    /// <summary>A string or an open enumeration of strings.</summary>
    public required TypeReference Type { get; init; }

    public required string WireValue { get; init; }
}

internal sealed record AdditionalPropertiesPlan
{
    /// <summary>Declared by a base.</summary>
    public bool IsInherited { get; init; }

    /// <summary>The property's C# name, unique in the record: <c>AdditionalProperties</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The value of one member.</summary>
    public required TypeReference Value { get; init; }
}

internal enum Presence
{
    /// <summary>C# <c>required</c>; always written.</summary>
    Required,

    /// <summary>Nullable in C#; null means absent and is left out; JSON null is read as absent.</summary>
    Optional,

    /// <summary>Absent and null are different values: an <c>Optional&lt;T&gt;</c> stands behind the property.</summary>
    OptionalNullable,
}

internal enum PropertyOrigin
{
    Own,

    /// <summary>Declared by a base.</summary>
    Inherited,

    /// <summary>A base declares it with another type: C# <c>new</c>.</summary>
    Hiding,
}

internal sealed record PropertyPlan
{
    public PropertyOrigin Origin { get; init; }

    /// <summary>Unique in the record and different from the record's own name and from members of <c>object</c> and of records.</summary>
    public required string Identifier { get; init; }

    /// <summary>A local variable's name in the codec, unique there, keyword-safe; the backing field is <c>_</c> and this without <c>@</c>.</summary>
    public required string LocalName { get; init; }

    public required string WireName { get; init; }

    public required TypeReference Type { get; init; }

    public required Presence Presence { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>Left out of <c>ToString()</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The property is an <c>Optional&lt;T&gt;</c> itself, rather than to hide one.</summary>
    public bool IsOptionalType { get; init; }

    /// <summary>How a value is reached by the property: by an <c>Optional&lt;T&gt;</c> one step further.</summary>
    public string ValuePath => IsOptionalType ? Identifier + ".Value" : Identifier;
}

internal sealed record StringEnumPlan : TypePlan
{
    public EquatableArray<EnumMemberPlan> Members { get; init; }
}

internal sealed record IntegerEnumPlan : TypePlan
{
    /// <summary><c>int</c> or <c>long</c>.</summary>
    public required string Underlying { get; init; }

    public EquatableArray<EnumMemberPlan> Members { get; init; }
}

/// <summary>A C# <c>enum</c>. It cannot have members of its own: those of its companion are extensions.</summary>
internal sealed record ClosedEnumPlan : TypePlan
{
    /// <summary>The class with what its values are on the wire: <c>OrderStatusExtensions</c>.</summary>
    public required string Companion { get; init; }

    public override string Codec => Companion + ".JsonCodec";

    /// <summary><c>int</c> or <c>long</c> where it is a number on the wire; null: a text.</summary>
    public string? Underlying { get; init; }

    /// <summary>The member that stands for all texts that the description does not name; null where any number is a value.</summary>
    public string? UnknownIdentifier { get; init; }

    public EquatableArray<EnumMemberPlan> Members { get; init; }
}

internal sealed record EnumMemberPlan
{
    public required string Identifier { get; init; }

    /// <summary>The string, or the integer's invariant digits.</summary>
    public required string WireValue { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>A value of one of several types.</summary>
internal sealed record UnionPlan : TypePlan
{
    /// <summary>The property whose value names the case, if one does.</summary>
    public string? DiscriminatorWireName { get; init; }

    /// <summary>In the order of the description, each of another type.</summary>
    public EquatableArray<UnionCasePlan> Cases { get; init; }
}

internal sealed record UnionCasePlan
{
    /// <summary>What stands behind <c>TryGet</c>; unique in the union.</summary>
    public required string Identifier { get; init; }

    /// <summary>The parameter of <c>Switch</c>; unique there, keyword-safe.</summary>
    public required string ParameterName { get; init; }

    public required TypeReference Type { get; init; }

    public required CaseFit Fit { get; init; }

    /// <summary>The values of the discriminator that lead here.</summary>
    public EquatableArray<string> DiscriminatorValues { get; init; }

    /// <summary>The discriminator's index among the members of the record; null: the record is read from its start.</summary>
    public int? DiscriminatorIndex { get; init; }

    /// <summary>What is written as discriminator where the value has none; null where it always has one.</summary>
    public string? DefaultDiscriminator { get; init; }

    /// <summary>C# knows no conversions from interfaces.</summary>
    public bool HasConversion => Type.Shape is not (TypeShape.List or TypeShape.Map);

    /// <summary>Whether the JSON tells for sure that it is this case, before it is read.</summary>
    public bool IsCertain => Fit is TextFit or BooleanFit or TextEnumerationFit or CodecFit or ObjectFit { Names.IsEmpty: true, IsOpen: false };
}

/// <summary>What tells from the JSON that a value is of a case.</summary>
internal abstract record CaseFit;

internal sealed record AnyFit : CaseFit;

internal sealed record TextFit : CaseFit;

internal sealed record BooleanFit : CaseFit;

/// <summary>A string enumeration, by its known values.</summary>
internal sealed record TextEnumerationFit(EquatableArray<string> Values) : CaseFit;

/// <summary>An integer enumeration, by its known values.</summary>
internal sealed record NumberEnumerationFit(EquatableArray<string> Values) : CaseFit;

/// <summary>A string or number that the type's codec can read.</summary>
internal sealed record CodecFit(TypeReference Type, bool IsNumber) : CaseFit;

internal sealed record ArrayFit(CaseFit Item) : CaseFit;

/// <summary>A string that is always the same.</summary>
internal sealed record ConstantFit(string Value) : CaseFit;

/// <summary>An object by its members; without names where the discriminator alone decides.</summary>
/// <param name="Names">All that are described.</param>
/// <param name="Required">Those that every such object has.</param>
/// <param name="Members">Those that another case of the union describes differently, with what tells their values.</param>
/// <param name="IsOpen">Whether it may have other members only.</param>
internal sealed record ObjectFit(EquatableArray<string> Names, EquatableArray<string> Required, EquatableArray<MemberFit> Members, bool IsOpen) : CaseFit;

internal sealed record MemberFit(string WireName, CaseFit Fit);
