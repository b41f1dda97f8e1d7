namespace Specwright.Reading.Text.Repairs;

/// <summary>Lines of a text by the offsets of their first characters.</summary>
internal static class TextLines
{
    public static int StartOf(string text, int offset)
    {
        var start = Math.Min(offset, text.Length);
        while (start > 0 && text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        return start;
    }

    /// <summary>Behind the last character before the line break.</summary>
    public static int EndOf(string text, int offset)
    {
        var end = text.IndexOfAny(['\n', '\r'], Math.Min(offset, text.Length));
        return end < 0 ? text.Length : end;
    }

    /// <summary>The line above the one that starts here; null for the first.</summary>
    public static int? Above(string text, int start)
    {
        if (start == 0)
        {
            return null;
        }

        var end = start - 1;
        if (text[end] == '\n' && end > 0 && text[end - 1] == '\r')
        {
            end--;
        }

        return StartOf(text, end);
    }

    /// <summary>The line below the one that this offset is in; null for the last.</summary>
    public static int? Below(string text, int offset)
    {
        var end = EndOf(text, offset);
        if (end == text.Length)
        {
            return null;
        }

        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    public static string At(string text, int start) => text.Substring(start, EndOf(text, start) - start);

    public static bool IsBlank(string text, int start)
    {
        var end = EndOf(text, start);
        return text.Substring(start, end - start).Trim(' ', '\t').Length == 0;
    }

    /// <summary>How many spaces the line starts with.</summary>
    public static int IndentationOf(string text, int start)
    {
        var index = start;
        while (index < text.Length && text[index] == ' ')
        {
            index++;
        }

        return index - start;
    }

    /// <summary>The column of what the line says, behind its spaces and the dashes of sequences.</summary>
    public static int ColumnOfContent(string text, int start)
    {
        var index = start + IndentationOf(text, start);
        while (index + 1 < text.Length && text[index] == '-' && text[index + 1] == ' ')
        {
            index++;
            index += IndentationOf(text, index);
        }

        return index - start;
    }
}
