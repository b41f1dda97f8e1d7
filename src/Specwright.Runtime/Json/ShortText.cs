using System.Text.Json;

namespace Specwright.Json;

/// <summary>Numbers, dates and the like in JSON strings, parsed from UTF-8 without making a string of them.</summary>
internal static class ShortText
{
    /// <summary>Longer texts are neither money nor dates; the limit keeps a copy on the stack.</summary>
    public const int MaxLength = 128;

    /// <summary>A character takes at most six bytes when escaped (<c>\u002B</c>).</summary>
    private const int MaxEscapedLength = MaxLength * 6;

    public delegate bool Parser<T>(ReadOnlySpan<byte> text, out T value);

    /// <summary>Whether the reader's <see cref="Utf8JsonReader.ValueSpan"/> is the text itself, as it nearly always is.</summary>
    public static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    /// <summary>Parses a string that the reader stands on. False where the token is no string or the parser refuses its text.</summary>
    public static bool TryParse<T>(ref Utf8JsonReader reader, Parser<T> parser, out T? value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String
            && (IsPlain(ref reader) ? parser(reader.ValueSpan, out value) : TryParseCopy(ref reader, parser, out value));
    }

    /// <summary>Apart from the others, which then need no place for the copy.</summary>
    private static bool TryParseCopy<T>(ref Utf8JsonReader reader, Parser<T> parser, out T? value)
    {
        value = default;
        if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > MaxEscapedLength)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[MaxEscapedLength];
        return parser(text[..reader.CopyString(text)], out value);
    }
}
