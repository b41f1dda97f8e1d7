using System.Text.RegularExpressions;

namespace Specwright.Reading.Text.Repairs;

/// <summary>Values and keys that would need quotes.</summary>
internal static class PlainScalarRepairs
{
    /// <summary>Parsers look this far for the colon behind a key.</summary>
    private const int LongestKey = 1024;

    /// <summary>Nobody writes longer ones without quotes, and the expressions below try every place of a line.</summary>
    private const int LongestLine = 4096;

    private static readonly Regex Entry = new(
        """^ *(- +)*(?<key>("(\\.|[^"\\])*"|'([^']|'')*'|[^\s'"#&*!|>%@`,\[\]{}-][^:]*?) *:)? *(?<value>\S.*?)\s*$""",
        RegexOptions.CultureInvariant);

    private static readonly Regex Comment = new(@"\s+#.*$", RegexOptions.CultureInvariant);

    /// <summary>What looks like a structure of its own rather than the rest of a text.</summary>
    private static readonly Regex Structure = new(@"^\s*(- |-$|\? |[^\s:]+:(\s|$))", RegexOptions.CultureInvariant);

    private static readonly Regex Key = new(@"^ *(- +)*(?<key>([*@%`&!]|\[[^\]:]*\]|\{[^}:]*\})[^:\s]*):(\s|$)", RegexOptions.CultureInvariant);

    /// <summary>An alias, a tag before a value, or the start of a block scalar: a mistake there is another one.</summary>
    private static readonly Regex Indicator = new(@"^(\*[\w-]+$|!\S*\s+\S|[|>][-+0-9]*$)", RegexOptions.CultureInvariant);

    /// <summary>A value as in <c>description: Note: see @here</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Where the line starts.</param>
    public static RepairCandidate Value(string text, int line)
    {
        var edits = new List<TextEdit>();
        var match = Entry.Match(ShortLine(text, line));
        var value = Comment.Replace(match.Groups["value"].Value, "");
        var column = TextLines.ColumnOfContent(text, line);
        if (match.Success && (match.Groups["key"].Success || column > TextLines.IndentationOf(text, line)))
        {
            var start = line + match.Groups["value"].Index;
            var end = EndOfValue(text, line, column);
            if (end is { } last && IsText(value, last > TextLines.EndOf(text, line)))
            {
                Quote(text, start, last > TextLines.EndOf(text, line) ? last : start + value.Length, edits);
            }
        }

        return new RepairCandidate(edits, "This value is no YAML without quotes; it was read as the text that it is");
    }

    /// <summary>A key as in <c>*/*:</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Where the line starts.</param>
    public static RepairCandidate QuotedKey(string text, int line)
    {
        var edits = new List<TextEdit>();
        var key = Key.Match(ShortLine(text, line)).Groups["key"];
        if (key.Success)
        {
            Quote(text, line + key.Index, line + key.Index + key.Length, edits);
        }

        return new RepairCandidate(edits, "This key is no YAML without quotes; it was read as the text that it is");
    }

    public static RepairCandidate LongKey(string text, int line)
    {
        var edits = new List<TextEdit>();
        var content = TextLines.At(text, line);
        var colon = content.IndexOf(':', Math.Min(LongestKey, content.Length));
        if (colon >= 0)
        {
            var column = TextLines.ColumnOfContent(text, line);
            edits.Add(new TextEdit(line + column, 0, "? "));
            edits.Add(new TextEdit(line + colon, 0, "\n" + new string(' ', column)));
        }

        return new RepairCandidate(edits, "This key is longer than the 1024 characters that YAML allows");
    }

    private static string ShortLine(string text, int line) => TextLines.EndOf(text, line) - line <= LongestLine ? TextLines.At(text, line) : "";

    /// <summary>Behind the value's last line: lines that are indented more go on with it. Null where one of them is a structure of its own.</summary>
    private static int? EndOfValue(string text, int line, int column)
    {
        var end = TextLines.EndOf(text, line);
        for (var next = TextLines.Below(text, line); next is { } start; next = TextLines.Below(text, start))
        {
            if (TextLines.IsBlank(text, start))
            {
                continue;
            }

            if (TextLines.IndentationOf(text, start) <= column)
            {
                break;
            }

            if (Structure.IsMatch(TextLines.At(text, start)))
            {
                return null;
            }

            end = TextLines.EndOf(text, start);
        }

        return end;
    }

    /// <summary>Whether the value is meant as text: neither quoted already, nor a collection or another structure with a mistake in it.</summary>
    private static bool IsText(string value, bool hasMoreLines) => value.Length > 0 && value[0] switch
    {
        '"' or '\'' => !hasMoreLines && QuotedText.EndOfQuote(value, 0) is { } end && end < value.Length - 1,
        '[' or '{' => !hasMoreLines && (value.StartsWith("{{", StringComparison.Ordinal) || QuotedText.EndOfFlow(value, 0) < value.Length),
        '*' or '!' or '|' or '>' => !Indicator.IsMatch(value),
        _ => !Structure.IsMatch(value) || value.TrimStart()[0] is not ('-' or '?'),
    };

    private static void Quote(string text, int start, int end, List<TextEdit> edits)
    {
        edits.Add(new TextEdit(start, 0, text[start] == '\'' ? "''" : "'"));
        for (var index = text.IndexOf('\'', start, end - start); index >= 0 && index < end; index = text.IndexOf('\'', index + 1, end - index - 1))
        {
            if (index > start)
            {
                edits.Add(new TextEdit(index, 0, "'"));
            }
        }

        edits.Add(new TextEdit(end, 0, "'"));
    }
}
