using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A time of day as <c>HH:mm:ss</c> with up to seven digits of a second (RFC 3339 partial-time). A time with an offset is refused: the type cannot keep it.</summary>
public readonly struct TimeOnlyCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader)
        => ShortText.TryParse<TimeOnly>(ref reader, IsoText.TryParse, out var value) ? value : throw ApiJson.Unexpected(ref reader, "a time (HH:mm:ss)");

    /// <summary>Reads the same, or JSON null.</summary>
    public static TimeOnly? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, IsoText.TimeFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
