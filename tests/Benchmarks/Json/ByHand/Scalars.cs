using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Specwright.Benchmarks.Json.ByHand;

/// <summary>
/// What the loops by hand share. They do the same work as the codecs: kinds are checked, null is refused where it may not stand, required members are
/// required, unknown ones passed over, and common strings not made anew. They do not name the place of an error and know only one unescaped buffer for numbers and dates.
/// </summary>
internal static class Scalars
{
    public static void BeginObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected an object");
        }
    }

    /// <summary>The next member's name, or false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the value of a member of the object that the reader has begun.</summary>
    public static bool FindMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(name))
            {
                return reader.Read();
            }

            reader.Skip();
        }

        return false;
    }

    public static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("expected a string");
    }

    public static string? OptionalText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : throw new JsonException("expected a string");
    }

    public static decimal Amount(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out decimal value, out var length) && length == reader.ValueSpan.Length
            ? value
            : throw new JsonException("expected a decimal");
    }

    public static decimal? OptionalAmount(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null
            : reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out decimal value, out var length) && length == reader.ValueSpan.Length ? value
            : throw new JsonException("expected a decimal");
    }

    public static string Currency(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.String ? throw new JsonException("expected a string")
            : reader.ValueTextEquals("INR"u8) ? "INR"
            : reader.ValueTextEquals("USD"u8) ? "USD"
            : reader.ValueTextEquals("EUR"u8) ? "EUR"
            : reader.ValueTextEquals("BRL"u8) ? "BRL"
            : reader.GetString()!;
    }

    public static void Require(bool isThere, string name)
    {
        if (!isThere)
        {
            throw new JsonException($"{name} is missing");
        }
    }

    /// <summary>As a string, with the scale it has.</summary>
    public static void WriteAmount(Utf8JsonWriter writer, JsonEncodedText name, decimal value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }
}
