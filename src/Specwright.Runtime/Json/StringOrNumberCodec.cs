using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON string or a JSON number, each kept exactly as it stands.</summary>
public readonly struct StringOrNumberCodec : IJsonCodec<StringOrNumber>
{
    /// <inheritdoc/>
    public static StringOrNumber Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new(reader.GetString()!),
        JsonTokenType.Number => new(reader.HasValueSequence ? Encoding.ASCII.GetString(reader.ValueSequence) : Encoding.ASCII.GetString(reader.ValueSpan), isQuoted: false),
        _ => throw ApiJson.Unexpected(ref reader, "a string or a number"),
    };

    /// <summary>Reads the same, or JSON null.</summary>
    public static StringOrNumber? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? default(StringOrNumber?) : Read(ref reader);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is not quoted and not a JSON number.</exception>
    public static void Write(Utf8JsonWriter writer, StringOrNumber value)
    {
        if (value.IsQuoted)
        {
            writer.WriteStringValue(value.Text);
        }
        else if (IsNumber(value.Text))
        {
            writer.WriteRawValue(value.Text, skipInputValidation: true);
        }
        else
        {
            throw new ArgumentException("The text is not a JSON number and not marked as quoted.", nameof(value));
        }
    }

    private static bool IsNumber(string text)
    {
        var utf8 = text.Length <= ShortText.MaxLength ? stackalloc byte[ShortText.MaxLength] : new byte[text.Length];
        try
        {
            // Does not fit where a character takes more than a byte, which then is no number.
            if (!Encoding.UTF8.TryGetBytes(text, utf8, out var length))
            {
                return false;
            }

            var reader = new Utf8JsonReader(utf8[..length]);
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == text.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
