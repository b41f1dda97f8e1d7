using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// A 64-bit integer as a JSON string (<c>type: string, format: int64</c>), which readers that hold numbers in binary floating point do not round. A bare
/// number is read too.
/// </summary>
public readonly struct Int64StringCodec : IJsonCodec<long>
{
    /// <summary>Sign and 19 digits.</summary>
    private const int MaxLength = 20;

    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? Int64Codec.Read(ref reader)
        : ShortText.TryParse<long>(ref reader, TryParse, out var value) ? value
        : throw ApiJson.Unexpected(ref reader, "a 64-bit integer in a string");

    /// <summary>Reads the same, or JSON null.</summary>
    public static long? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
