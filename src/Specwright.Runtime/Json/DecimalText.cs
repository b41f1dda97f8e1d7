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
    /// <summary>Sign, 29 digits, point, and a zero before the point.</summary>
    public const int MaxWrittenLength = 32;

    /// <summary>Longer texts are handed to the framework's parser. So many digits fit in 64 bits.</summary>
    private const int MaxShortLength = 19;

    public static decimal Read(ref Utf8JsonReader reader)
    {
        // Nearly all amounts, bare or in quotes. An escape does not pass as a digit.
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.HasValueSequence && TryParseShort(reader.ValueSpan, out var value))
        {
            return value;
        }

        return reader.TokenType == JsonTokenType.Number
            ? TryReadBare(ref reader, out value) ? value : throw ApiJson.Unexpected(ref reader, "a decimal")
            : ShortText.TryParse(ref reader, TryParse, out value) ? value : throw ApiJson.Unexpected(ref reader, "a decimal");
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
        => TryParseShort(text, out value)
            || (text.Length <= ShortText.MaxLength && IsNumber(text) && Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length && IsExact(text, value));

    /// <summary>A bare number that the reader stands on. False where it does not fit without rounding.</summary>
    public static bool TryReadBare(ref Utf8JsonReader reader, out decimal value)
        => reader.TryGetDecimal(out value) && IsExact(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, value);

    /// <summary>The same text as <see cref="decimal.ToString()"/> has, in less time where the digits fit in 64 bits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="text">Takes up to <see cref="MaxWrittenLength"/> bytes.</param>
    /// <returns>The length of the text.</returns>
    public static int Format(decimal value, Span<byte> text)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        int length;
        if (parts[2] != 0)
        {
            value.TryFormat(text, out length, default, CultureInfo.InvariantCulture);
            return length;
        }

        var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var start = 0;
        if (parts[3] < 0 && digits != 0)
        {
            text[start++] = (byte)'-';
        }

        digits.TryFormat(text[start..], out var count, default, CultureInfo.InvariantCulture);
        var scale = (parts[3] >> 16) & 0xFF;
        length = start + count;
        if (scale == 0)
        {
            return length;
        }

        if (count <= scale)
        {
            // Zeros up to one before the point.
            var missing = scale + 1 - count;
            text[start..length].CopyTo(text[(start + missing)..]);
            text.Slice(start, missing).Fill((byte)'0');
            length += missing;
        }

        var point = length - scale;
        text[point..length].CopyTo(text[(point + 1)..]);
        text[point] = (byte)'.';
        return length + 1;
    }

    /// <summary>Digits with or without a point and a sign, in one pass. False for everything else, whether it is a number or not.</summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out decimal value)
    {
        value = default;
        if (text.Length is 0 or > MaxShortLength)
        {
            return false;
        }

        var start = text[0] == (byte)'-' ? 1 : 0;
        var point = text.Length;
        ulong digits = 0;
        for (var i = start; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[i] == (byte)'.' && point == text.Length)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        var scale = Math.Max(text.Length - point - 1, 0);
        if (point == start || point == text.Length - 1)
        {
            return false;
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, start > 0, (byte)scale);
        return true;
    }

    private static bool IsExact(ReadOnlySpan<byte> text, decimal value)
    {
        // 28 digits always fit, wherever the point stands.
        if (text.Length <= 28 && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        Span<byte> held = stackalloc byte[MaxWrittenLength];
        held = held[..Format(value, held)];
        Span<byte> heldDigits = stackalloc byte[MaxWrittenLength];
        var digits = text.Length <= ShortText.MaxLength ? stackalloc byte[ShortText.MaxLength] : new byte[text.Length];
        return Digits(text, digits, out var exponent).SequenceEqual(Digits(held, heldDigits, out var heldExponent)) && exponent == heldExponent;
    }

    /// <summary>The digits between the first and the last that is not zero, as a number without a point; zero has none.</summary>
    /// <param name="number">A JSON number, leading zeros allowed.</param>
    /// <param name="digits">As long as the number, for the answer to stand in.</param>
    /// <param name="exponent">The power of ten to multiply them with; past a billion it is cut, which no decimal reaches.</param>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> number, Span<byte> digits, out long exponent)
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
        var count = 0;
        foreach (var digit in number.TrimStart((byte)'-'))
        {
            if (digit != (byte)'.')
            {
                digits[count++] = digit;
            }
        }

        exponent -= point < 0 ? 0 : number.Length - point - 1;
        ReadOnlySpan<byte> significant = digits[..count].TrimEnd((byte)'0');
        exponent = significant.IsEmpty ? 0 : exponent + count - significant.Length;
        return significant.TrimStart((byte)'0');
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
