using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A calendar date as <c>yyyy-MM-dd</c> (RFC 3339 full-date).</summary>
public readonly struct DateOnlyCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader)
        => ShortText.TryParse<DateOnly>(ref reader, IsoText.TryParse, out var value) ? value : throw ApiJson.Unexpected(ref reader, "a date (yyyy-MM-dd)");

    /// <summary>Reads the same, or JSON null.</summary>
    public static DateOnly? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, IsoText.DateFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
