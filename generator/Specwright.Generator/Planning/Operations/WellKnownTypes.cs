using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Types that operations use without a schema.</summary>
internal static class WellKnownTypes
{
    public static readonly TypeReference Text = new()
    {
        Name = "string",
        Codec = FrameworkTypes.StringCodec,
        IsValueType = false,
        Shape = TypeShape.String,
    };

    public static readonly TypeReference Bytes = new()
    {
        Name = FrameworkTypes.ReadOnlyMemory + "<byte>",
        Codec = FrameworkTypes.BytesCodec,
        IsValueType = true,
        Shape = TypeShape.Bytes,
    };

    public static readonly TypeReference AnyJson = new()
    {
        Name = FrameworkTypes.JsonElement,
        Codec = FrameworkTypes.JsonElementCodec,
        IsValueType = true,
        Shape = TypeShape.Any,
    };

    /// <summary>A body of parts that the caller makes.</summary>
    public static readonly TypeReference Parts = new()
    {
        Name = FrameworkTypes.MultipartBody,
        Codec = FrameworkTypes.JsonElementCodec,
        IsValueType = false,
        Shape = TypeShape.Any,
    };

    /// <summary>A list of non-null items.</summary>
    public static TypeReference ListOf(TypeReference item) => new()
    {
        Name = $"{FrameworkTypes.IReadOnlyList}<{item.Name}>",
        Codec = $"{FrameworkTypes.ListCodec}<{item.Name}, {item.Codec}>",
        IsValueType = false,
        Shape = TypeShape.List,
        Item = item with { AllowsNull = false },
        IsSecret = item.IsSecret,
    };

    /// <summary>Whether a value has one text, as parameters and header fields need it.</summary>
    public static bool IsScalar(TypeReference type) => type.Shape
        is TypeShape.String or TypeShape.Boolean or TypeShape.Formattable or TypeShape.DateTimeOffset or TypeShape.DateOnly
        or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.Bytes or TypeShape.StringOrNumber;
}
