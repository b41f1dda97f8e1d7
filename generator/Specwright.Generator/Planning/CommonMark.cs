using System.Text;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Reduces CommonMark to paragraphs of words, code and links. Not a parser: it drops what is markup at first sight and keeps every word.</summary>
/// <remarks>Runs in linear time over untrusted text; no regular expressions.</remarks>
internal static class CommonMark
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>Most texts are shorter.</summary>
    private const int MaxLength = 2000;

    /// <summary>Paragraphs are put together in it, thousands for a large description; those of long texts are not, so it stays small.</summary>
    [ThreadStatic]
    private static StringBuilder? _paragraph;

    /// <summary>
    /// Paragraphs with the marks of <see cref="DocumentationMark"/>, none empty. List items, table rows and lines of code keep their lines (<c>\n</c>); items begin with
    /// <c>- </c> or their number.
    /// </summary>
    public static IReadOnlyList<string> ParagraphsOf(string? text)
    {
        if (text is null || text.Length == 0)
        {
            return [];
        }

        if (IsPlain(text))
        {
            return [text.TrimEnd()];
        }

        var paragraphs = new List<string>();
        var paragraph = text.Length <= MaxLength ? (_paragraph ??= new StringBuilder(MaxLength)).Clear() : new StringBuilder();
        var inFence = false;
        var inTable = false;
        foreach (var line in Lines(HtmlTags.Remove(WithoutMarks(text))))
        {
            var content = line.Trim();
            if (content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal))
            {
                End();
                inFence = !inFence;
                continue;
            }

            if (inFence)
            {
                paragraph.Append(paragraph.Length == 0 ? "" : "\n").Append(line.TrimEnd());
                continue;
            }

            // A quotation; '>= 5' is none.
            content = content.StartsWith(">=", StringComparison.Ordinal) ? content : content.TrimStart('>').TrimStart();
            var isRow = content.StartsWith("|", StringComparison.Ordinal) || (inTable && content.Contains('|'));
            if (content.Contains('|') && IsRule(content))
            {
                inTable = true;
                continue;
            }

            inTable = isRow;

            if (content.Length == 0 || IsRule(content))
            {
                End();
                continue;
            }

            if (IsHeading(content))
            {
                End();
                paragraph.Append(content.Trim('#').Trim());
                End();
                continue;
            }

            var isItem = IsListItem(content);
            if (paragraph.Length > 0)
            {
                paragraph.Append(isRow || isItem ? '\n' : ' ');
            }

            // A link or code may go over the end of a line: what is inside is read when the paragraph is whole.
            paragraph.Append(isRow ? content.Trim('|').Trim() : isItem && content[0] is '*' or '+' ? "-" + content.Substring(1) : content);
        }

        End();
        return paragraphs;

        void End()
        {
            if (paragraph.Length == 0)
            {
                return;
            }

            // What nobody sees is left out of documentation; a paragraph of nothing else is none.
            var lines = paragraph.ToString().Trim('\n');
            var text = inFence ? DocumentationMark.CodeBlock + string.Join("\n", WithoutMargin(lines.Split('\n')))
                : lines.IndexOf('\n') < 0 ? CommonMarkInline.Read(lines)
                : string.Join("\n", lines.Split('\n').Select(CommonMarkInline.Read).Where(line => line.Length > 0));
            if (IsVisible(text))
            {
                paragraphs.Add(text);
            }

            paragraph.Clear();
        }
    }

    /// <summary>Whether the text is one line of words without anything that could be markup, as most descriptions are: it is its only paragraph as it stands.</summary>
    private static bool IsPlain(string text)
    {
        if (!char.IsLetter(text[0]) || CSharpLiteral.IsHidden(text[0]))
        {
            return false;
        }

        for (var index = 1; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' or '`' or '*' or '_' or '[' or '<' or '&' or '|' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                case ' ' when text[index - 1] == ' ':
                case var character when DocumentationMark.IsMark(character):
                    return false;
            }
        }

        return true;
    }

    private static bool IsVisible(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !CSharpLiteral.IsHidden(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the blanks that all lines begin with.</summary>
    private static IEnumerable<string> WithoutMargin(string[] lines)
    {
        var margin = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return lines.Select(line => line.Length > margin ? line.Substring(margin) : "");
    }

    private static string WithoutMarks(string text) => DocumentationMark.IsIn(text) ? string.Concat(text.Where(character => !DocumentationMark.IsMark(character))) : text;

    private static string[] Lines(string text) => text.Replace("\r\n", "\n").Split(LineEnds);

    private static bool IsHeading(string line)
    {
        var marks = 0;
        while (marks < line.Length && line[marks] == '#')
        {
            marks++;
        }

        return marks is > 0 and <= 6 && (marks == line.Length || line[marks] == ' ');
    }

    private static bool IsListItem(string line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '+')
        {
            return line[1] == ' ';
        }

        var digits = 0;
        while (digits < line.Length && line[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }

    /// <summary>A thematic break, the underline of a heading or the second row of a table.</summary>
    private static bool IsRule(string line)
    {
        foreach (var character in line)
        {
            if (character is not ('-' or '=' or '*' or '_' or '|' or ':' or ' '))
            {
                return false;
            }
        }

        return line.Length >= 2;
    }
}
