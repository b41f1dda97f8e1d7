using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// Decimals, bare and in quotes: the grammar of a JSON number, and leading zeros. No blanks, no plus sign, no thousands separators.
/// A number that <see cref="decimal"/> could hold only rounded is refused: an amount of money is right or it is an error.
/// </summary>
internal static class DecimalText
{
    /// <summary>Longer texts cannot be money; the limit keeps the copy on the stack.</summary>
    private const int MaxLength = 128;

    public static decimal Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when TryReadBare(ref reader, out var number):
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
        return IsNumber(text) && Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length && IsExact(text, value);
    }

    /// <summary>A bare number that the reader stands on. False where it does not fit without rounding.</summary>
    public static bool TryReadBare(ref Utf8JsonReader reader, out decimal value)
        => reader.TryGetDecimal(out value) && IsExact(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, value);

    private static bool IsExact(ReadOnlySpan<byte> text, decimal value)
    {
        // 28 digits always fit, wherever the point stands.
        if (text.Length <= 28 && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        Span<byte> held = stackalloc byte[MaxLength];
        value.TryFormat(held, out var length, default, CultureInfo.InvariantCulture);
        return Digits(text, out var exponent).SequenceEqual(Digits(held[..length], out var heldExponent)) && exponent == heldExponent;
    }

    /// <summary>The digits between the first and the last that is not zero, as a number without a point; zero has none.</summary>
    /// <param name="number">A JSON number, leading zeros allowed.</param>
    /// <param name="exponent">The power of ten to multiply them with; past a billion it is cut, which no decimal reaches.</param>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> number, out long exponent)
    {
        exponent = 0;
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        if (end >= 0)
        {
            var sign = number[end + 1] == (byte)'-' ? -1 : 1;
            foreach (var digit in number[(end + 1)..].TrimStart("+-"u8))
            {
                exponent = Math.Min((exponent * 10) + digit - '0', 1_000_000_000);
            }

            exponent *= sign;
            number = number[..end];
        }

        var point = number.IndexOf((byte)'.');
        var digits = new byte[number.Length];
        var count = 0;
        foreach (var digit in number.TrimStart((byte)'-'))
        {
            if (digit != (byte)'.')
            {
                digits[count++] = digit;
            }
        }

        exponent -= point < 0 ? 0 : number.Length - point - 1;
        var significant = digits.AsSpan(0, count).TrimEnd((byte)'0');
        exponent = significant.IsEmpty ? 0 : exponent + count - significant.Length;
        return significant.TrimStart((byte)'0');
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
