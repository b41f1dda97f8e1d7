using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// A point in time as an RFC 3339 string. Read leniently: a blank for <c>T</c>, up to sixteen digits of a second, and no offset, which means UTC.
/// Written with the offset it was read with (<c>Z</c> for zero) and no trailing zeros in the fraction.
/// </summary>
public readonly struct DateTimeOffsetCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader)
        => ShortText.TryParse<DateTimeOffset>(ref reader, IsoText.TryParse, out var value) ? value : throw ApiJson.Unexpected(ref reader, "a date and time (RFC 3339)");

    /// <summary>Reads the same, or JSON null.</summary>
    public static DateTimeOffset? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            // Written with Z.
            writer.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
