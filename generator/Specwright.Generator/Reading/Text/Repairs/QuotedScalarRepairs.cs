using System.Globalization;

namespace Specwright.Reading.Text.Repairs;

/// <summary>Quoted text that is indented or escaped otherwise than YAML wants.</summary>
internal static class QuotedScalarRepairs
{
    /// <summary>What may stand behind a backslash without hexadecimal digits (YAML 1.2, section 5.7), a line break included.</summary>
    private const string Escapes = "0abtnvfre \"/\\N_LP\t\n\r";

    private const string HalfPair = "Half of a UTF-16 surrogate pair stands in this text; it was read as the replacement character U+FFFD";

    /// <summary>Lines of a double-quoted scalar that are indented no more than what it belongs to. White space at their start is no part of the text.</summary>
    public static RepairCandidate Lines(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        if (IsDoubleQuote(text, place.Start) && QuotedText.EndOfQuote(text, place.Start) is { } end)
        {
            var column = place.Start - TextLines.StartOf(text, place.Start) + 1;
            for (var line = TextLines.Below(text, place.Start); line <= end; line = TextLines.Below(text, line.Value))
            {
                var missing = column - TextLines.IndentationOf(text, line.Value);
                if (missing > 0 && !TextLines.IsBlank(text, line.Value))
                {
                    edits.Add(new TextEdit(line.Value, 0, new string(' ', missing)));
                }
            }
        }

        return new RepairCandidate(edits, "A line of this quoted text is indented no more than what the text belongs to; it was read as if it were");
    }

    /// <summary>Backslashes that start no escape, as in a regular expression: they stand for themselves.</summary>
    public static RepairCandidate Backslashes(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        foreach (var backslash in BackslashesOf(text, place.Start))
        {
            if (!IsEscape(text, backslash))
            {
                edits.Add(new TextEdit(backslash, 0, "\\"));
            }
        }

        return new RepairCandidate(edits, "A backslash in this double-quoted text starts no known escape; it was read as a backslash");
    }

    public static RepairCandidate Surrogates(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        var high = -1;
        foreach (var backslash in BackslashesOf(text, place.Start))
        {
            var code = CodeOf(text, backslash);
            var isPair = high >= 0 && backslash == high + 6 && code is >= 0xDC00 and < 0xE000;
            if (high >= 0 && !isPair)
            {
                edits.Add(Replaced(high));
            }

            high = code is >= 0xD800 and < 0xDC00 ? backslash : -1;
            if (code is >= 0xDC00 and < 0xE000 && !isPair)
            {
                edits.Add(Replaced(backslash));
            }
        }

        if (high >= 0)
        {
            edits.Add(Replaced(high));
        }

        return new RepairCandidate(edits, HalfPair);

        static TextEdit Replaced(int backslash) => new(backslash, 6, "\\uFFFD");
    }

    private static bool IsDoubleQuote(string text, int offset) => offset < text.Length && text[offset] == '"';

    private static IEnumerable<int> BackslashesOf(string text, int start)
    {
        var end = IsDoubleQuote(text, start) ? QuotedText.EndOfQuote(text, start) : null;
        for (var index = start + 1; index < end; index++)
        {
            if (text[index] == '\\')
            {
                yield return index;
                index++;
            }
        }
    }

    private static bool IsEscape(string text, int backslash)
    {
        var kind = text[backslash + 1];
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        return digits == 0
            ? Escapes.IndexOf(kind) >= 0
            : backslash + 2 + digits <= text.Length && text.Substring(backslash + 2, digits).All(Uri.IsHexDigit);
    }

    /// <summary>The code unit of a <c>\u</c> escape; 0 where it is none.</summary>
    private static int CodeOf(string text, int backslash) =>
        text[backslash + 1] == 'u' && IsEscape(text, backslash)
            ? int.Parse(text.Substring(backslash + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : 0;
}
