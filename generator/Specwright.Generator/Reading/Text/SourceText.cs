namespace Specwright.Reading.Text;

/// <summary>A file's text with its line starts, found once on first use.</summary>
internal sealed class SourceText(string path, string text)
{
    private List<int>? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public bool HasByteOrderMark => Text.Length > 0 && Text[0] == '\uFEFF';

    /// <summary>The place of a span; offsets beyond the text are pulled back to its end.</summary>
    public TextPosition PositionOf(int start, int length)
    {
        start = Math.Max(0, Math.Min(start, Text.Length));
        length = Math.Max(0, Math.Min(length, Text.Length - start));
        var starts = _lineStarts ??= FindLineStarts(Text);
        var line = starts.BinarySearch(start);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new TextPosition(Path, start, length, line, start - starts[line]);
    }

    private static List<int> FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n' || (character == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                starts.Add(index + 1);
            }
        }

        return starts;
    }
}
