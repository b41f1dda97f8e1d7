using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// A point in time as an RFC 3339 string, read as <see cref="DateTimeOffsetCodec"/> does and kept in UTC: the offset that stands in the text is lost.
/// Written with <c>Z</c>; a local time is converted, one of no kind is taken for UTC.
/// </summary>
public readonly struct DateTimeCodec : IJsonCodec<DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(ref Utf8JsonReader reader) => DateTimeOffsetCodec.Read(ref reader).UtcDateTime;

    /// <summary>Reads the same, or JSON null.</summary>
    public static DateTime? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTime value) => DateTimeOffsetCodec.Write(writer, IsoText.UtcOf(value));
}
