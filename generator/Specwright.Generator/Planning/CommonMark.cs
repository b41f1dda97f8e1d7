using System.Text;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Reduces CommonMark to plain text. Not a parser: it drops what is markup at first sight and keeps every word.</summary>
/// <remarks>Runs in linear time over untrusted text; no regular expressions.</remarks>
internal static class CommonMark
{
    private static readonly HashSet<string> HtmlTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "blockquote", "br", "center", "code", "dd", "del", "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img", "ins", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt",
        "u", "ul",
    };

    private static readonly (string Entity, string Character)[] Entities =
    [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&nbsp;", " "),
    ];

    /// <summary>Paragraphs of plain text, none empty. List items and table rows keep their lines (<c>\n</c>).</summary>
    public static IReadOnlyList<string> ParagraphsOf(string? text)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        var inFence = false;
        foreach (var line in Lines(WithoutTags(text ?? "")))
        {
            var content = line.Trim();
            if (content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal))
            {
                inFence = !inFence;
                End();
                continue;
            }

            var isRow = !inFence && content.StartsWith("|", StringComparison.Ordinal);
            if (isRow && IsRule(content))
            {
                continue;
            }

            if (content.Length == 0 || (!inFence && IsRule(content)))
            {
                End();
                continue;
            }

            var isHeading = !inFence && IsHeading(content);
            if (isHeading)
            {
                End();
            }

            var plain = inFence ? content : Inline(isHeading ? content.Trim('#').Trim() : isRow ? content.Trim('|').Trim() : content.TrimStart('>').TrimStart());
            if (plain.Length > 0)
            {
                if (paragraph.Length > 0)
                {
                    paragraph.Append(inFence || isRow || IsListItem(content) ? '\n' : ' ');
                }

                paragraph.Append(plain);
            }

            if (isHeading)
            {
                End();
            }
        }

        End();
        return paragraphs;

        void End()
        {
            // What nobody sees is left out of documentation; a paragraph of nothing else is none.
            var text = paragraph.ToString();
            if (text.Any(character => !char.IsWhiteSpace(character) && !CSharpLiteral.IsHidden(character)))
            {
                paragraphs.Add(text);
            }

            paragraph.Clear();
        }
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');

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

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '<')
            {
                plain.Append(text[index]);
                continue;
            }

            var start = index + 1 < text.Length && text[index + 1] == '/' ? index + 2 : index + 1;
            var end = start;
            while (end < text.Length && end - start < 12 && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '1' and <= '6'))
            {
                end++;
            }

            var name = text.Substring(start, end - start);

            // Attributes longer than this are no longer markup at first sight; the bound keeps the scan linear.
            var close = HtmlTags.Contains(name) ? text.IndexOf('>', end, Math.Min(500, text.Length - end)) : -1;
            if (close < 0)
            {
                plain.Append('<');
                continue;
            }

            index = close;
            plain.Append(name.ToLowerInvariant() switch
            {
                "p" or "div" or "table" or "ul" or "ol" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "blockquote" => "\n\n",
                "br" or "tr" => "\n",
                "li" when text[start - 1] != '/' => "\n- ",
                "td" or "th" => " ",
                _ => "",
            });
        }

        return plain.ToString();
    }

    /// <summary>Without emphasis, code marks and escapes; a link is its text and, where that differs, its address.</summary>
    private static string Inline(string line)
    {
        var plain = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            var next = index + 1 < line.Length ? line[index + 1] : '\0';
            switch (character)
            {
                case '\\' when next is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '-' or '.' or '!' or '|' or '<' or '>':
                    plain.Append(next);
                    index++;
                    break;
                case '`':
                    break;
                case '*' when IsEmphasis(line, index):
                    break;
                case '_' when IsEmphasis(line, index) && !(IsWord(line, index - 1) && IsWord(line, index + 1)):
                    break;
                case '!' when next == '[':
                    break;
                case '<' when string.CompareOrdinal(line, index, "<http", 0, 5) == 0 && line.IndexOf('>', index, Math.Min(500, line.Length - index)) is > 0 and var close:
                    plain.Append(line, index + 1, close - index - 1);
                    index = close;
                    break;
                case '[' when TryLink(line, index, out var text, out var address, out var end):
                    plain.Append(text);
                    if (address.Length > 0 && address[0] != '#' && address != text)
                    {
                        plain.Append(" (").Append(address).Append(')');
                    }

                    index = end;
                    break;
                case '&' when TryEntity(line, index, out var entity, out var length):
                    plain.Append(entity);
                    index += length - 1;
                    break;
                default:
                    plain.Append(character);
                    break;
            }
        }

        return plain.ToString().Trim();
    }

    private static bool IsWord(string line, int index) => index >= 0 && index < line.Length && char.IsLetterOrDigit(line[index]);

    /// <summary>A mark that touches text on one side at least; a free-standing star is a star.</summary>
    private static bool IsEmphasis(string line, int index)
    {
        var before = index > 0 ? line[index - 1] : ' ';
        var after = index + 1 < line.Length ? line[index + 1] : ' ';
        return index > 0 && before != ' ' && after != ' ' ? !char.IsDigit(before) || !char.IsDigit(after) : before != ' ' || after != ' ';
    }

    private static bool TryLink(string line, int start, out string text, out string address, out int end)
    {
        text = address = "";
        end = 0;
        var close = line.IndexOf(']', start, Math.Min(300, line.Length - start));
        if (close < 0 || close + 1 >= line.Length || line[close + 1] != '(')
        {
            return false;
        }

        end = line.IndexOf(')', close, Math.Min(500, line.Length - close));
        if (end < 0)
        {
            return false;
        }

        text = line.Substring(start + 1, close - start - 1).Replace("`", "").Replace("*", "");
        address = line.Substring(close + 2, end - close - 2).Trim();
        var title = address.IndexOf(' ');
        address = title < 0 ? address : address.Substring(0, title);
        return true;
    }

    private static bool TryEntity(string line, int start, out string text, out int length)
    {
        foreach (var (entity, character) in Entities)
        {
            if (string.CompareOrdinal(line, start, entity, 0, entity.Length) == 0)
            {
                text = character;
                length = entity.Length;
                return true;
            }
        }

        text = "";
        length = 0;
        return false;
    }
}
