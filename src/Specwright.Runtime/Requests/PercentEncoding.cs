using System.Buffers;
using System.Text;

namespace Specwright;

/// <summary>Percent-encoding (RFC 3986, section 2) of UTF-8 text.</summary>
internal static class PercentEncoding
{
    /// <summary>What never needs encoding: RFC 3986, 2.3.</summary>
    public static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>
    /// What <c>allowReserved</c> lets through. Not <c>#</c>, <c>[</c>, <c>]</c>, which no query may hold, nor <c>&amp;</c> and <c>+</c>, which would
    /// end the value or turn into a blank. What is percent-encoded already passes as well (RFC 6570, 3.2.3): <see cref="IsEncoded"/>.
    /// </summary>
    public static readonly SearchValues<char> Reserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$'()*,;=");

    private const string Digits = "0123456789ABCDEF";

    /// <summary>The three characters for one byte.</summary>
    public static void Encode(byte value, Span<char> target)
    {
        target[0] = '%';
        target[1] = Digits[value >> 4];
        target[2] = Digits[value & 15];
    }

    /// <summary>Whether the text begins with a percent-encoded byte that these characters let through.</summary>
    public static bool IsEncoded(ReadOnlySpan<char> text, SearchValues<char> allowed) =>
        ReferenceEquals(allowed, Reserved) && text is ['%', _, _, ..] && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    public static string Encode(string text) => Encode(text, Unreserved);

    public static string Encode(string text, SearchValues<char> allowed)
    {
        if (!text.AsSpan().ContainsAnyExcept(allowed))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        Span<char> encoded = stackalloc char[3];
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isEncoded = IsEncoded(text.AsSpan(position), allowed);
            position += rune.Utf16SequenceLength;
            if (rune.IsAscii && (isEncoded || allowed.Contains((char)rune.Value)))
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                Encode(value, encoded);
                result.Append(encoded);
            }
        }

        return result.ToString();
    }
}
