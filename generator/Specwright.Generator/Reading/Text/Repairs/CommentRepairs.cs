namespace Specwright.Reading.Text.Repairs;

/// <summary>Comments and directives in places where the parser does not expect them.</summary>
internal static class CommentRepairs
{
    /// <summary>A number sign that starts a comment without the space before it.</summary>
    public static RepairCandidate NumberSign(string text, TextBreak place)
    {
        var edits = new List<TextEdit>();
        var sign = IsNumberSign(place.End) ? place.End : place.Start;
        if (IsNumberSign(sign))
        {
            edits.Add(new TextEdit(sign, 0, " "));
        }

        return new RepairCandidate(edits, "A comment needs a space before its number sign; it was read as a comment");

        bool IsNumberSign(int offset) => offset < text.Length && text[offset] == '#';
    }

    /// <summary>A directive of another version of YAML.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Where the line starts.</param>
    public static RepairCandidate Directive(string text, int line)
    {
        var edits = new List<TextEdit>();
        if (line < text.Length && text[line] == '%')
        {
            edits.Add(new TextEdit(line, 0, "#"));
        }

        return new RepairCandidate(edits, "This directive is not understood; it was left out");
    }
}
