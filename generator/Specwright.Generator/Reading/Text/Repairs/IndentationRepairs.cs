using System.Globalization;
using System.Text.RegularExpressions;

namespace Specwright.Reading.Text.Repairs;

/// <summary>White space in places where the parser is stricter than what people write.</summary>
internal static class IndentationRepairs
{
    private static readonly Regex BlockHeader = new(@"(^|[\s:])(?<indicator>[|>])[-+]?[ \t]*(#.*)?$", RegexOptions.CultureInvariant);

    /// <summary>Blank lines before a block scalar's first line may not be indented more than it.</summary>
    public static RepairCandidate LeadingBlankLines(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        int? line = TextLines.StartOf(text, place.End);
        if (!TextLines.IsBlank(text, line.Value))
        {
            line = TextLines.Above(text, line.Value);
        }

        for (; line is { } start && TextLines.IsBlank(text, start); line = TextLines.Above(text, start))
        {
            var length = TextLines.EndOf(text, start) - start;
            if (length > 0)
            {
                edits.Insert(0, new TextEdit(start, length, ""));
            }
        }

        var isBlock = line is { } header && BlockHeader.IsMatch(TextLines.At(text, header));
        return new RepairCandidate(isBlock ? edits : [], "The blank lines at the start of this block scalar are indented more than its first line; their spaces were left out");
    }

    /// <summary>A block scalar whose first line is indented more than the others: with its indentation given, it is well-formed.</summary>
    public static RepairCandidate FirstLineOfBlock(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        var start = TextLines.StartOf(text, place.Start);
        var indentation = TextLines.IndentationOf(text, start);
        var line = TextLines.Above(text, start);
        while (line is { } above && (TextLines.IsBlank(text, above) || TextLines.IndentationOf(text, above) > indentation))
        {
            line = TextLines.Above(text, above);
        }

        if (line is { } header && BlockHeader.Match(TextLines.At(text, header)) is { Success: true } match)
        {
            var indicator = header + match.Groups["indicator"].Index;
            var content = TextLines.ColumnOfContent(text, header);
            var parent = header + content == indicator ? LastDashBefore(text, header, indicator) : content;
            if (indentation - parent is > 0 and < 10)
            {
                edits.Add(new TextEdit(indicator + 1, 0, (indentation - parent).ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new RepairCandidate(edits, "The first line of the block scalar above is indented more than this one; its additional spaces were taken for text");
    }

    /// <summary>Tabs in lines that say nothing, which count as indentation all the same.</summary>
    public static RepairCandidate TabsInBlankLines(string text)
    {
        var edits = new List<TextEdit>();
        for (int? line = 0; line is { } start; line = TextLines.Below(text, start))
        {
            var end = TextLines.EndOf(text, start);
            var content = start;
            while (content < end && text[content] is ' ' or '\t')
            {
                content++;
            }

            // In a block scalar a line of text starts with spaces.
            var isComment = content < end && text[content] == '#' && text[start] == '\t';
            if ((content == end || isComment) && text.IndexOf('\t', start, content - start) >= 0)
            {
                edits.Add(new TextEdit(start, content - start, ""));
            }
        }

        return new RepairCandidate(edits, "A tab stands where YAML allows only spaces; the white space of this line was left out");
    }

    /// <summary>Lines of a flow collection that are indented no more than what it belongs to.</summary>
    public static RepairCandidate LinesOfFlow(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        if (place.FlowStart is { } flow)
        {
            var column = TextLines.ColumnOfContent(text, TextLines.StartOf(text, flow)) + 1;
            var end = QuotedText.EndOfFlow(text, flow);
            for (var line = TextLines.Below(text, flow); line < end; line = TextLines.Below(text, line.Value))
            {
                var missing = column - TextLines.IndentationOf(text, line.Value);
                if (missing > 0 && !TextLines.IsBlank(text, line.Value))
                {
                    edits.Add(new TextEdit(line.Value, 0, new string(' ', missing)));
                }
            }
        }

        return new RepairCandidate(edits, "A line inside of brackets or braces is indented no more than what they belong to; it was read as if it were");
    }

    private static int LastDashBefore(string text, int start, int indicator)
    {
        var dash = text.LastIndexOf('-', indicator, indicator - start + 1);
        return dash < 0 ? -1 : dash - start;
    }
}
