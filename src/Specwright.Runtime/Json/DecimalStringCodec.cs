using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// A decimal as a JSON string (<c>type: string, format: decimal</c>); the scale is kept: <c>"214735.50"</c> is written back as
/// <c>"214735.50"</c>. A bare number is read too. Blanks and thousands separators are refused.
/// </summary>
public readonly struct DecimalStringCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader) => DecimalText.Read(ref reader);

    /// <summary>Reads the same, or JSON null.</summary>
    public static decimal? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxWrittenLength];
        writer.WriteStringValue(text[..DecimalText.Format(value, text)]);
    }
}
