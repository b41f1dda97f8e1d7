using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A 64-bit integer without a sign as a JSON string (<c>type: string, format: uint64</c>). A bare number is read too.</summary>
public readonly struct UInt64StringCodec : IJsonCodec<ulong>
{
    private const int MaxLength = 20;

    /// <inheritdoc/>
    public static ulong Read(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? UInt64Codec.Read(ref reader)
        : ShortText.TryParse<ulong>(ref reader, TryParse, out var value) ? value
        : throw ApiJson.Unexpected(ref reader, "a 64-bit integer without a sign in a string");

    /// <summary>Reads the same, or JSON null.</summary>
    public static ulong? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out ulong value) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
