using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>The references to types that are not generated, and to those made of others.</summary>
internal static class TypeReferences
{
    public static TypeReference String { get; } = Scalar("string", FrameworkTypes.StringCodec, TypeShape.String, isValueType: false);

    public static TypeReference Boolean { get; } = Scalar("bool", FrameworkTypes.BooleanCodec, TypeShape.Boolean);

    public static TypeReference Int32 { get; } = Scalar("int", FrameworkTypes.Int32Codec, TypeShape.Formattable);

    public static TypeReference Int64 { get; } = Scalar("long", FrameworkTypes.Int64Codec, TypeShape.Formattable);

    public static TypeReference UInt64 { get; } = Scalar("ulong", FrameworkTypes.UInt64Codec, TypeShape.Formattable);

    public static TypeReference Int32String { get; } = Scalar("int", FrameworkTypes.Int32StringCodec, TypeShape.Formattable);

    public static TypeReference Int64String { get; } = Scalar("long", FrameworkTypes.Int64StringCodec, TypeShape.Formattable);

    public static TypeReference UInt64String { get; } = Scalar("ulong", FrameworkTypes.UInt64StringCodec, TypeShape.Formattable);

    public static TypeReference Decimal { get; } = Scalar("decimal", FrameworkTypes.DecimalCodec, TypeShape.Formattable);

    public static TypeReference DecimalString { get; } = Scalar("decimal", FrameworkTypes.DecimalStringCodec, TypeShape.Formattable);

    public static TypeReference Double { get; } = Scalar("double", FrameworkTypes.DoubleCodec, TypeShape.Formattable);

    public static TypeReference Single { get; } = Scalar("float", FrameworkTypes.SingleCodec, TypeShape.Formattable);

    public static TypeReference Guid { get; } = Scalar(FrameworkTypes.Guid, FrameworkTypes.GuidCodec, TypeShape.Formattable);

    public static TypeReference DateTimeOffset { get; } = Scalar(FrameworkTypes.DateTimeOffset, FrameworkTypes.DateTimeOffsetCodec, TypeShape.DateTimeOffset);

    public static TypeReference DateTime { get; } = Scalar(FrameworkTypes.DateTime, FrameworkTypes.DateTimeCodec, TypeShape.DateTime);

    public static TypeReference DateOnly { get; } = Scalar(FrameworkTypes.DateOnly, FrameworkTypes.DateOnlyCodec, TypeShape.DateOnly);

    public static TypeReference Bytes { get; } = Scalar(FrameworkTypes.ReadOnlyMemory + "<byte>", FrameworkTypes.BytesCodec, TypeShape.Bytes);

    public static TypeReference Base64Url { get; } = Scalar(FrameworkTypes.ReadOnlyMemory + "<byte>", FrameworkTypes.Base64UrlCodec, TypeShape.Bytes);

    public static TypeReference StringOrNumber { get; } = Scalar(FrameworkTypes.StringOrNumber, FrameworkTypes.StringOrNumberCodec, TypeShape.StringOrNumber);

    /// <summary>Any JSON value. Null is one of them: the element itself holds it, so the type never needs a <c>?</c> for that.</summary>
    public static TypeReference Any { get; } = Scalar(FrameworkTypes.JsonElement, FrameworkTypes.JsonElementCodec, TypeShape.Any);

    /// <summary>A file in a body of parts.</summary>
    public static TypeReference File { get; } = Scalar(FrameworkTypes.FilePart, FrameworkTypes.FilePartCodec, TypeShape.File, isValueType: false);

    /// <summary>A multipart body whose parts the caller makes. It has no JSON form; the codec is never used.</summary>
    public static TypeReference Parts { get; } = Scalar(FrameworkTypes.MultipartBody, FrameworkTypes.JsonElementCodec, TypeShape.Any, isValueType: false);

    /// <summary>A request body of bytes. It has no JSON form; the codec is never used.</summary>
    public static TypeReference Binary { get; } = Scalar(FrameworkTypes.BinaryBody, FrameworkTypes.JsonElementCodec, TypeShape.Any, isValueType: false);

    /// <summary>A request body of JSON values.</summary>
    public static TypeReference ItemSource(TypeReference item) => new()
    {
        Name = $"{FrameworkTypes.IAsyncEnumerable}<{item.DeclaredName}>",
        Codec = item.DeclaredCodec,
        IsValueType = false,
        Shape = TypeShape.Any,
        Item = item,
    };

    /// <summary>An open body of bytes. It has no JSON form; the codec is never used.</summary>
    public static TypeReference Stream { get; } = Scalar(FrameworkTypes.ApiStream, FrameworkTypes.JsonElementCodec, TypeShape.Open, isValueType: false);

    /// <summary>An open body of JSON values.</summary>
    public static TypeReference Items(TypeReference item) => new()
    {
        Name = $"{FrameworkTypes.ApiItemStream}<{item.DeclaredName}>",
        Codec = item.DeclaredCodec,
        IsValueType = false,
        Shape = TypeShape.Open,
        Item = item,
    };

    /// <summary>An open body of server-sent events.</summary>
    public static TypeReference Events(TypeReference data) => Items(new()
    {
        Name = $"{FrameworkTypes.ServerSentEvent}<{data.DeclaredName}>",
        Codec = data.DeclaredCodec,
        IsValueType = false,
        Shape = TypeShape.Any,
        Item = data,
    });

    public static TypeReference List(TypeReference item) => new()
    {
        Name = $"{FrameworkTypes.IReadOnlyList}<{item.DeclaredName}>",
        Codec = $"{FrameworkTypes.ListCodec}<{item.DeclaredName}, {item.DeclaredCodec}>",
        IsValueType = false,
        Shape = TypeShape.List,
        Item = item,
        IsSecret = item.IsSecret,
    };

    public static TypeReference Map(TypeReference value) => new()
    {
        Name = $"{FrameworkTypes.IReadOnlyDictionary}<string, {value.DeclaredName}>",
        Codec = $"{FrameworkTypes.MapCodec}<{value.DeclaredName}, {value.DeclaredCodec}>",
        IsValueType = false,
        Shape = TypeShape.Map,
        Item = value,
        IsSecret = value.IsSecret,
    };

    /// <summary>A generated type.</summary>
    public static TypeReference Generated(string identifier, TypeShape shape, string pointer) => new()
    {
        Name = identifier,
        Codec = identifier + ".JsonCodec",
        IsValueType = shape is not (TypeShape.Object or TypeShape.Union),
        Shape = shape,
        SourcePointer = pointer,
    };

    /// <summary>A generated C# <c>enum</c>.</summary>
    public static TypeReference ClosedEnum(string identifier, string companion, string pointer) => new()
    {
        Name = identifier,
        Codec = companion + ".JsonCodec",
        IsValueType = true,
        Shape = TypeShape.ClosedEnum,
        Companion = companion,
        SourcePointer = pointer,
    };

    private static TypeReference Scalar(string name, string codec, TypeShape shape, bool isValueType = true) => new()
    {
        Name = name,
        Codec = codec,
        IsValueType = isValueType,
        Shape = shape,
    };
}
