using System.Buffers.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>Decimals in quotes: the grammar of a JSON number, and leading zeros. No blanks, no plus sign, no thousands separators.</summary>
internal static class DecimalText
{
    /// <summary>Longer texts cannot be money; the limit keeps the copy on the stack.</summary>
    private const int MaxLength = 128;

    public static decimal Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.String when TryReadQuoted(ref reader, out var quoted):
                return quoted;
            default:
                throw ApiJson.Unexpected(ref reader, "a decimal");
        }
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = default;
        return IsNumber(text) && Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;
    }

    private static bool TryReadQuoted(ref Utf8JsonReader reader, out decimal value)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            return TryParse(reader.ValueSpan, out value);
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > MaxLength)
        {
            value = default;
            return false;
        }

        Span<byte> text = stackalloc byte[MaxLength];
        return TryParse(text[..reader.CopyString(text)], out value);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var rest = text.StartsWith("-"u8) ? text[1..] : text;
        if (!SkipDigits(ref rest))
        {
            return false;
        }

        if (rest.StartsWith("."u8))
        {
            rest = rest[1..];
            if (!SkipDigits(ref rest))
            {
                return false;
            }
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        rest = rest[1..];
        if (!rest.IsEmpty && rest[0] is (byte)'+' or (byte)'-')
        {
            rest = rest[1..];
        }

        return SkipDigits(ref rest) && rest.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var count = end < 0 ? text.Length : end;
        text = text[count..];
        return count > 0;
    }
}
