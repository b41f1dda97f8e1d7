using System.Net;
using System.Text;
using static Specwright.Planning.DocumentationMark;

namespace Specwright.Planning;

/// <summary>The inside of a paragraph: emphasis and escapes go, code and links become marks.</summary>
internal static class CommonMarkInline
{
    /// <summary>The longest words, address or code that are still taken for markup: the bounds keep the scan linear.</summary>
    private const int MaxWords = 300;
    private const int MaxAddress = 500;

    /// <summary>Most lines are shorter.</summary>
    private const int MaxLength = 2000;

    /// <summary>Lines are put together in it, thousands for a large description; long ones are not, so it stays small.</summary>
    [ThreadStatic]
    private static StringBuilder? _plain;

    /// <summary>Only these can be opened from documentation; others are relative to a site that nobody knows, or are no addresses.</summary>
    public static bool IsWebAddress(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    public static string Read(string line) => Read(line, isInLink: false).Trim();

    private static string Read(string line, bool isInLink)
    {
        if (NextMark(line, 0) == line.Length)
        {
            return line;
        }

        // The words of a link are read while its line is.
        var plain = line.Length <= MaxLength && !isInLink ? (_plain ??= new StringBuilder(MaxLength)).Clear() : new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            var mark = NextMark(line, index);
            plain.Append(line, index, mark - index);
            if (mark == line.Length)
            {
                break;
            }

            index = mark;
            var character = line[index];
            var next = index + 1 < line.Length ? line[index + 1] : '\0';
            switch (character)
            {
                case '\\' when next is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '-' or '.' or '!' or '|' or '<' or '>':
                    plain.Append(next);
                    index++;
                    break;
                case LinkStart when line.IndexOf(LinkWords, index) is > 0 and var wordsAt:
                    // A link of HTML: what looks like emphasis in its address is none.
                    plain.Append(line, index, wordsAt - index + 1);
                    index = wordsAt;
                    break;
                case '`':
                    index = ReadCode(line, index, plain);
                    break;
                case '*' when IsEmphasis(line, index):
                    break;
                case '_' when IsEmphasis(line, index) && !(IsWord(line, index - 1) && IsWord(line, index + 1)):
                    break;
                case '!' when next == '[' && TryLink(line, index + 1, out var alternative, out _, out var end):
                    plain.Append(alternative);
                    index = end;
                    break;
                case '<' when string.CompareOrdinal(line, index, "<http", 0, 5) == 0 && line.IndexOf('>', index, Math.Min(MaxAddress, line.Length - index)) is > 0 and var close:
                    plain.Append(line, index + 1, close - index - 1);
                    index = close;
                    break;
                case '[' when !isInLink && TryLink(line, index, out var words, out var address, out var end):
                    AppendLink(plain, Read(words, isInLink: true).Trim(), address);
                    index = end;
                    break;
                case '&' when TryEntity(line, index, out var text, out var length):
                    plain.Append(text);
                    index += length - 1;
                    break;
                case ' ' when next == ' ':
                    break;
                default:
                    plain.Append(character);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>The place of the next character that may be more than a part of a word; the end of the line where there is none.</summary>
    private static int NextMark(string line, int start)
    {
        for (var index = start; index < line.Length; index++)
        {
            if (line[index] is '\\' or LinkStart or '`' or '*' or '_' or '!' or '<' or '[' or '&' || (line[index] == ' ' && index + 1 < line.Length && line[index + 1] == ' '))
            {
                return index;
            }
        }

        return line.Length;
    }

    /// <summary>A code span, up to as many marks as it begins with; marks that nothing closes are text.</summary>
    /// <returns>The index of the last character read.</returns>
    private static int ReadCode(string line, int start, StringBuilder plain)
    {
        var marks = 1;
        while (start + marks < line.Length && line[start + marks] == '`')
        {
            marks++;
        }

        var from = start + marks;
        var close = line.IndexOf(new string('`', marks), from, Math.Min(MaxWords, line.Length - from), StringComparison.Ordinal);
        if (close < 0 || marks > 3 || line.Substring(from, close - from).Trim() is not { Length: > 0 } code)
        {
            plain.Append('`', marks);
            return from - 1;
        }

        plain.Append(CodeStart).Append(code).Append(CodeEnd);
        return close + marks - 1;
    }

    private static void AppendLink(StringBuilder plain, string words, string address)
    {
        if (IsWebAddress(address) && words.Length > 0 && WithoutMarks(words) != address)
        {
            plain.Append(LinkStart).Append(address).Append(LinkWords).Append(words).Append(LinkEnd);
            return;
        }

        plain.Append(words);
        if (address.Length > 0 && address[0] != '#' && WithoutMarks(words) != address && words.Length > 0)
        {
            plain.Append(" (").Append(address).Append(')');
        }
    }

    private static bool IsWord(string line, int index) => index >= 0 && index < line.Length && char.IsLetterOrDigit(line[index]);

    /// <summary>A mark that touches text on one side at least; a free-standing star is a star.</summary>
    private static bool IsEmphasis(string line, int index)
    {
        var before = index > 0 ? line[index - 1] : ' ';
        var after = index + 1 < line.Length ? line[index + 1] : ' ';
        return index > 0 && before != ' ' && after != ' ' ? !char.IsDigit(before) || !char.IsDigit(after) : before != ' ' || after != ' ';
    }

    /// <summary><c>[words](address "title")</c>; the words may hold brackets, as those of a picture that is a link do.</summary>
    private static bool TryLink(string line, int start, out string words, out string address, out int end)
    {
        words = address = "";
        end = 0;
        var depth = 0;
        var close = -1;
        var limit = Math.Min(start + MaxWords, line.Length);
        for (var index = start; index < limit && close < 0; index++)
        {
            depth += line[index] switch { '[' => 1, ']' => -1, _ => 0 };
            close = depth == 0 ? index : -1;
        }

        if (close < 0 || close + 1 >= line.Length || line[close + 1] != '(')
        {
            return false;
        }

        end = EndOfAddress(line, close + 1);
        if (end < 0)
        {
            return false;
        }

        words = line.Substring(start + 1, close - start - 1);
        address = line.Substring(close + 2, end - close - 2).Trim();
        var title = address.IndexOf(' ');
        address = title < 0 ? address : address.Substring(0, title);
        return true;
    }

    /// <summary>An address may hold parentheses in pairs; where one is left open, the first that closes ends it all the same.</summary>
    private static int EndOfAddress(string line, int open)
    {
        var limit = Math.Min(open + MaxAddress, line.Length);
        var depth = 0;
        for (var index = open; index < limit; index++)
        {
            depth += line[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return index;
            }
        }

        return line.IndexOf(')', open, limit - open);
    }

    private static bool TryEntity(string line, int start, out string text, out int length)
    {
        var end = line.IndexOf(';', start, Math.Min(12, line.Length - start));
        length = end - start + 1;
        var entity = end < 0 ? "" : line.Substring(start, length);
        text = WebUtility.HtmlDecode(entity).Replace('\u00A0', ' ');
        return entity.Length > 0 && text != entity && !text.Any(IsMark);
    }
}
