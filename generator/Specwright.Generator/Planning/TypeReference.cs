using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>How the values of a schema are spelled, read and written in C#: decided here, printed by Emission.</summary>
/// <remarks>
/// Names of the framework and the runtime are fully qualified (<c>global::System.DateTimeOffset</c>); the type speller of Emission shortens
/// them where no generated type has the same name. Keywords (<c>string</c>) and generated types (<c>Order</c>) stand as they are.
/// </remarks>
internal sealed record TypeReference
{
    /// <summary>Without <c>?</c>: <c>string</c>, <c>Order</c>, <c>global::System.Collections.Generic.IReadOnlyList&lt;Order&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The codec of non-null values: <c>global::Specwright.Json.StringCodec</c>, <c>Order.JsonCodec</c>,
    /// <c>global::Specwright.Json.ListCodec&lt;Order, Order.JsonCodec&gt;</c>.
    /// </summary>
    public required string Codec { get; init; }

    public required bool IsValueType { get; init; }

    public required TypeShape Shape { get; init; }

    /// <summary>Whether JSON null is a value of the schema.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Item of a list or of an open sequence, value of a map.</summary>
    public TypeReference? Item { get; init; }

    /// <summary><c>format: password</c> or write-only: never printed.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Of a closed enumeration: the class that reads and writes its texts; otherwise null.</summary>
    public string? Companion { get; init; }

    /// <summary>The pointer of the schema that a generated type comes from; null for others.</summary>
    public string? SourcePointer { get; init; }

    /// <summary>Whether a value has one text, as parameters and header fields need it.</summary>
    public bool IsScalar => Shape
        is TypeShape.String or TypeShape.Boolean or TypeShape.Formattable or TypeShape.DateTimeOffset or TypeShape.DateOnly
        or TypeShape.DateTime or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.ClosedEnum or TypeShape.Bytes or TypeShape.StringOrNumber;

    /// <summary><see cref="Name"/> with <c>?</c>.</summary>
    public string NullableName => Name + "?";

    /// <summary>The codec that reads and writes null too.</summary>
    public string NullableCodec => IsValueType
        ? $"global::Specwright.Json.NullableValueCodec<{Name}, {Codec}>"
        : $"global::Specwright.Json.NullableReferenceCodec<{Name}, {Codec}>";

    /// <summary>Whether <see cref="Codec"/> is one of the runtime's, which have a method of their own for values that may be null; a generated one has not.</summary>
    public bool HasRuntimeCodec => Codec.StartsWith("global::Specwright.Json.", StringComparison.Ordinal);

    /// <summary>
    /// What the methods of <c>JsonMembers</c> that write a member of this type are called: <c>Int64</c> for <c>WriteInt64</c> and <c>WriteOptionalInt64</c>. Null: it has none
    /// but the generic ones, which cost the compiler of the generated code more.
    /// </summary>
    public string? MemberMethods => Shape switch
    {
        TypeShape.List => "List",
        TypeShape.Map => "Map",
        _ => FrameworkTypes.MemberMethodsOf(Codec),
    };

    /// <summary>The type of a value as the schema has it: nullable where null is a value.</summary>
    public string DeclaredName => AllowsNull ? NullableName : Name;

    public string DeclaredCodec => AllowsNull ? NullableCodec : Codec;
}

internal enum TypeShape
{
    String,
    Boolean,

    /// <summary>int, long, decimal, double, float, Guid: <c>ISpanFormattable</c> with one invariant text.</summary>
    Formattable,
    DateTimeOffset,
    DateTime,
    DateOnly,

    /// <summary>Generated open enumeration over a string: its text is <c>.Value</c>.</summary>
    StringEnum,

    /// <summary>Generated open enumeration over an integer: its number is <c>.Value</c>.</summary>
    IntegerEnum,

    /// <summary>C# <c>enum</c>: its text is <c>.ToWireValue()</c>.</summary>
    ClosedEnum,

    /// <summary>Base64 on the wire, <c>ReadOnlyMemory&lt;byte&gt;</c> in C#.</summary>
    Bytes,
    StringOrNumber,

    /// <summary><c>FilePart</c>: a member of a body of parts.</summary>
    File,

    /// <summary>A generated record.</summary>
    Object,

    /// <summary>A generated union: a record that holds one of several types.</summary>
    Union,
    List,
    Map,

    /// <summary><c>JsonElement</c>.</summary>
    Any,

    /// <summary>An open body: <c>ApiStream</c>, or <c>ApiItemStream&lt;T&gt;</c> of <see cref="TypeReference.Item"/>.</summary>
    Open,
}
