using System.Globalization;
using System.Text;

namespace Specwright.Planning.Naming;

/// <summary>The one gate through which text of a description enters code.</summary>
/// <remarks>
/// Everything that could end the literal or the line, or that an editor shows as something else (bidirectional controls, invisible
/// characters), is escaped. The set is fixed here rather than asked of the framework's Unicode tables, which differ between hosts of the compiler.
/// </remarks>
internal static class CSharpLiteral
{
    /// <summary>With its quotes: <c>"a\"b"</c>.</summary>
    public static string Of(string text) => Quote(text, loneSurrogate: null);

    /// <summary>A UTF-8 literal: <c>"abc"u8</c>. A lone surrogate has no UTF-8 form and becomes U+FFFD, as System.Text.Json writes it.</summary>
    public static string Utf8(string text) => Quote(text, loneSurrogate: "\\uFFFD") + "u8";

    /// <summary>Whether an editor or the compiler would not show this UTF-16 unit as one character of the line it stands in.</summary>
    public static bool IsHidden(char character) => character
        is < ' '
        or (>= '\u007F' and <= '\u009F')
        or '\u00AD'
        or (>= '\u0600' and <= '\u0605')
        or '\u061C'
        or '\u06DD'
        or '\u070F'
        or '\u08E2'
        or '\u180E'
        or (>= '\u200B' and <= '\u200F')
        or (>= '\u2028' and <= '\u202E')
        or (>= '\u2060' and <= '\u206F')
        or (>= '\uFDD0' and <= '\uFDEF')
        or '\uFEFF'
        or (>= '\uFFF9' and <= '\uFFFB')
        or >= '\uFFFE';

    private static string Quote(string text, string? loneSurrogate)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case '\r':
                    literal.Append("\\r");
                    break;
                case '\t':
                    literal.Append("\\t");
                    break;
                default:
                    if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                    {
                        AppendPair(literal, character, text[++index]);
                    }
                    else if (char.IsSurrogate(character))
                    {
                        literal.Append(loneSurrogate ?? Escape(character));
                    }
                    else if (IsHidden(character))
                    {
                        literal.Append(Escape(character));
                    }
                    else
                    {
                        literal.Append(character);
                    }

                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    private static string Escape(char character) => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);

    private static void AppendPair(StringBuilder literal, char high, char low)
    {
        // Plane 14 holds the invisible tag characters.
        if (char.ConvertToUtf32(high, low) is var codePoint && codePoint >= 0xE0000)
        {
            literal.Append("\\U").Append(codePoint.ToString("X8", CultureInfo.InvariantCulture));
        }
        else
        {
            literal.Append(high).Append(low);
        }
    }
}
