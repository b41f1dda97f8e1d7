using System.Text;

namespace Specwright.Planning;

/// <summary>Takes the HTML out of a text: what it does to lines, links and code is kept.</summary>
internal static class HtmlTags
{
    /// <summary>Attributes longer than this are no longer markup at first sight; the bound keeps the scan linear.</summary>
    private const int MaxLength = 500;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "aside", "b", "blockquote", "br", "center", "code", "dd", "del", "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img", "ins", "kbd", "li", "ol", "p", "pre", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt",
        "u", "ul",
    };

    public static string Remove(string text)
    {
        if (text.IndexOf('<') < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var isInLink = false;
        for (var index = 0; index < text.Length; index++)
        {
            var next = text.IndexOf('<', index);
            plain.Append(text, index, (next < 0 ? text.Length : next) - index);
            if (next < 0)
            {
                break;
            }

            index = next;
            var isEnd = index + 1 < text.Length && text[index + 1] == '/';
            var start = isEnd ? index + 2 : index + 1;
            var end = start;
            while (end < text.Length && end - start < 12 && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '1' and <= '6'))
            {
                end++;
            }

            // Elements of a documentation site's own begin with 'x-'; other names with hyphens are places to fill in: <image-name>.
            var name = text.Substring(start, end - start);
            var isTag = Known.Contains(name) || (name is "x" or "X" && end < text.Length && text[end] == '-');
            var close = isTag ? text.IndexOf('>', end, Math.Min(MaxLength, text.Length - end)) : -1;
            if (close < 0)
            {
                plain.Append('<');
                continue;
            }

            var replacement = ReplacementOf(name.ToLowerInvariant(), isEnd, text, end, close);
            if (replacement.Length > 0 && name is ("a" or "A"))
            {
                // The end of a link whose beginning was dropped, or another one inside it.
                if (isInLink != isEnd)
                {
                    replacement = "";
                }

                isInLink = replacement.Length > 0 ? !isEnd : isInLink;
            }

            plain.Append(replacement);
            index = close;
        }

        return plain.ToString();
    }

    private static string ReplacementOf(string name, bool isEnd, string text, int start, int close) => name switch
    {
        "p" or "div" or "table" or "ul" or "ol" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "blockquote" or "aside" or "section" => "\n\n",
        "br" or "tr" => "\n",
        "li" when !isEnd => "\n- ",
        "td" or "th" => " ",
        "code" or "tt" or "kbd" => (isEnd ? DocumentationMark.CodeEnd : DocumentationMark.CodeStart).ToString(),
        "a" when isEnd => DocumentationMark.LinkEnd.ToString(),
        "a" when AddressIn(text, start, close) is { } address => $"{DocumentationMark.LinkStart}{address}{DocumentationMark.LinkWords}",
        _ => "",
    };

    /// <summary>The address of the web that an attribute <c>href</c> holds; null without one.</summary>
    private static string? AddressIn(string text, int start, int close)
    {
        var attribute = text.IndexOf("href=", start, close - start, StringComparison.OrdinalIgnoreCase);
        var from = attribute + 5;
        if (attribute < 0 || from >= close)
        {
            return null;
        }

        var isQuoted = text[from] is '"' or '\'';
        var end = isQuoted ? text.IndexOf(text[from], from + 1, close - from - 1) : text.IndexOf(' ', from, close - from);
        var address = text.Substring(isQuoted ? from + 1 : from, (end < 0 ? close : end) - (isQuoted ? from + 1 : from)).Trim();
        address = System.Net.WebUtility.HtmlDecode(address);
        return CommonMarkInline.IsWebAddress(address) && !address.Any(character => char.IsWhiteSpace(character) || DocumentationMark.IsMark(character)) ? address : null;
    }
}
