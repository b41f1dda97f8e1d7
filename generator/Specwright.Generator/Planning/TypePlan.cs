using Specwright.Model;

namespace Specwright.Planning;

/// <summary>Text for documentation comments: plain text, CommonMark already reduced; Emission escapes it for XML.</summary>
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

    public required Documentation Documentation { get; init; }

    /// <summary>The JSON pointer of origin, for the remarks.</summary>
    public required string SourcePointer { get; init; }
}

internal sealed record RecordPlan : TypePlan
{
    /// <summary>In the order of the description.</summary>
    public EquatableArray<PropertyPlan> Properties { get; init; }

    /// <summary>Null: unknown members are skipped.</summary>
    public AdditionalPropertiesPlan? AdditionalProperties { get; init; }
}

internal sealed record AdditionalPropertiesPlan
{
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

internal sealed record PropertyPlan
{
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

internal sealed record EnumMemberPlan
{
    public required string Identifier { get; init; }

    /// <summary>The string, or the integer's invariant digits.</summary>
    public required string WireValue { get; init; }

    public required Documentation Documentation { get; init; }
}
