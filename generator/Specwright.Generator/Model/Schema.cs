namespace Specwright.Model;

/// <summary>What a JSON value may be. The cases are closed; dialect differences (2.0, 3.0, 3.1, 3.2) end in Reading.</summary>
internal abstract record Schema
{
    /// <summary>Where this schema stands, as a JSON pointer with a leading <c>#</c>; in another file: its path before the <c>#</c>.</summary>
    public required string Pointer { get; init; }

    public string? Title { get; init; }

    /// <summary>CommonMark, as written.</summary>
    public string? Description { get; init; }

    /// <summary><c>nullable: true</c>, <c>null</c> in a type array, or a <c>null</c> branch of a union (which is then not listed as a branch).</summary>
    public bool AllowsNull { get; init; }

    public bool IsDeprecated { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    /// <summary>The value of <c>x-specwright-name</c>: the C# name somebody chose for this schema, if any.</summary>
    public string? ChosenName { get; init; }

    /// <summary>The default as canonical JSON text, if one is given.</summary>
    public string? DefaultJson { get; init; }

    /// <summary>The value of <c>x-ms-discriminator-value</c>: what the discriminator of a base schema says for this one, where 2.0 knows only the name.</summary>
    public string? DiscriminatorValue { get; init; }

    /// <summary>Null: the description says nothing about XML here.</summary>
    public XmlAnnotations? Xml { get; init; }
}

/// <summary>Points to a <see cref="NamedSchema"/>. Annotations beside the <c>$ref</c> (allowed from 3.1 on) are this record's own.</summary>
internal sealed record ReferenceSchema : Schema
{
    /// <summary>The pointer of the <see cref="NamedSchema"/>; Reading guarantees that it exists.</summary>
    public required string Target { get; init; }
}

/// <summary>A JSON object: with properties, as a map, or both.</summary>
internal sealed record ObjectSchema : Schema
{
    /// <summary>In the order of the description.</summary>
    public EquatableArray<Property> Properties { get; init; }

    public AdditionalProperties AdditionalProperties { get; init; }

    /// <summary>Schema of the additional properties; null unless <see cref="AdditionalProperties"/> is <see cref="AdditionalProperties.Typed"/>.</summary>
    public Schema? AdditionalPropertiesSchema { get; init; }

    /// <summary>
    /// Names under <c>required</c> that <see cref="Properties"/> lacks: beside <c>allOf</c> they make a property of another part required,
    /// otherwise they name an additional property.
    /// </summary>
    public EquatableArray<string> RequiredElsewhere { get; init; }

    /// <summary>Set where the schema is the base of others and nothing beside it lists them.</summary>
    public Discriminator? Discriminator { get; init; }
}

internal enum AdditionalProperties
{
    /// <summary>The keyword is absent: unknown members are allowed on the wire and skipped by us.</summary>
    NotDeclared,

    /// <summary><c>additionalProperties: false</c>.</summary>
    Forbidden,

    /// <summary><c>additionalProperties: true</c> or <c>{}</c>: any value, kept.</summary>
    Any,

    /// <summary>A schema: kept, typed.</summary>
    Typed,
}

internal sealed record Property
{
    public required string WireName { get; init; }

    public required Schema Schema { get; init; }

    /// <summary>The value of <c>x-specwright-property-name</c>: the property's C# name, where that of its schema names a type.</summary>
    public string? ChosenName { get; init; }

    /// <summary>Listed under <c>required</c>.</summary>
    public bool IsRequired { get; init; }
}

/// <summary><c>allOf</c> with two parts or more (a single part without anything beside it is unwrapped by Reading).</summary>
/// <remarks>Properties standing beside <c>allOf</c> become a last part of their own.</remarks>
internal sealed record AllOfSchema : Schema
{
    public EquatableArray<Schema> Parts { get; init; }
}

internal sealed record ArraySchema : Schema
{
    public required Schema Items { get; init; }
}

/// <summary>A string, with its format as written (<c>date-time</c>, <c>decimal</c>, unknown ones too) and its enumeration, if any.</summary>
internal sealed record StringSchema : Schema
{
    public string? Format { get; init; }

    /// <summary>In the order of the description; a <c>const</c> is an enumeration of one.</summary>
    public EquatableArray<EnumMember> Members { get; init; }
}

internal sealed record IntegerSchema : Schema
{
    /// <summary><c>int32</c>, <c>int64</c>, or as written.</summary>
    public string? Format { get; init; }

    public EquatableArray<EnumMember> Members { get; init; }
}

/// <summary>A JSON number that need not be whole.</summary>
internal sealed record NumberSchema : Schema
{
    public string? Format { get; init; }
}

internal sealed record BooleanSchema : Schema;

/// <summary>No constraint: any JSON value.</summary>
internal sealed record AnySchema : Schema;

/// <summary><c>oneOf</c>, <c>anyOf</c>, or a type array with several non-null types.</summary>
internal sealed record UnionSchema : Schema
{
    public EquatableArray<Schema> Branches { get; init; }

    /// <summary>The wire name of the discriminating property, if declared.</summary>
    public string? DiscriminatorWireName { get; init; }

    /// <summary>What the discriminating property's values stand for: the declared mapping first, then the names of the schemas; no value twice.</summary>
    public EquatableArray<DiscriminatorValue> DiscriminatorValues { get; init; }
}

internal sealed record DiscriminatorValue
{
    public required string WireValue { get; init; }

    /// <summary>The pointer of the <see cref="NamedSchema"/>: the target of the branch that is meant.</summary>
    public required string Target { get; init; }

    /// <summary>Stands under <c>mapping</c>; otherwise it is the name of the schema.</summary>
    public bool IsDeclared { get; init; }
}

/// <summary>Something that is read but that no later room can represent yet; it becomes a JSON element and a finding.</summary>
internal sealed record UnsupportedSchema : Schema
{
    /// <summary>The keyword or combination, as the finding names it: <c>prefixItems</c>.</summary>
    public required string Keyword { get; init; }
}

/// <summary>A member of an enumeration: the value on the wire and the name and text that an extension gives it.</summary>
internal sealed record EnumMember
{
    /// <summary>The string itself, or the integer in invariant decimal digits.</summary>
    public required string WireValue { get; init; }

    /// <summary>From <c>x-specwright-enum-names</c>, <c>x-enum-varnames</c> or <c>x-enumNames</c>.</summary>
    public string? ChosenName { get; init; }

    /// <summary>From <c>x-enum-descriptions</c>.</summary>
    public string? Description { get; init; }
}
