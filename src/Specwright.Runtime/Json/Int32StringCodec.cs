using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A 32-bit integer as a JSON string (<c>type: string, format: int32</c>). A bare number is read too.</summary>
public readonly struct Int32StringCodec : IJsonCodec<int>
{
    /// <summary>Sign and 10 digits.</summary>
    private const int MaxLength = 11;

    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? Int32Codec.Read(ref reader)
        : ShortText.TryParse<int>(ref reader, TryParse, out var value) ? value
        : throw ApiJson.Unexpected(ref reader, "a 32-bit integer in a string");

    /// <summary>Reads the same, or JSON null.</summary>
    public static int? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
