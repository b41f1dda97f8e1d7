namespace Specwright.Reading.Text.Repairs;

/// <summary>Where quotes and brackets close.</summary>
internal static class QuotedText
{
    /// <summary>The offset of the closing quote; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset of the opening quote.</param>
    public static int? EndOfQuote(string text, int start)
    {
        var quote = text[start];
        for (var index = start + 1; index < text.Length; index++)
        {
            if (quote == '"' && text[index] == '\\')
            {
                index++;
            }
            else if (text[index] == quote)
            {
                if (quote == '"' || index + 1 == text.Length || text[index + 1] != '\'')
                {
                    return index;
                }

                index++;
            }
        }

        return null;
    }

    /// <summary>The offset behind the bracket or brace that closes the one here, or the end of the text.</summary>
    public static int EndOfFlow(string text, int start)
    {
        var depth = 0;
        for (var index = start; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    if (--depth == 0)
                    {
                        return index + 1;
                    }

                    break;
                case '"' or '\'' when index > 0 && text[index - 1] is ' ' or '\t' or '\n' or '\r' or '[' or '{' or ',' or ':':
                    index = EndOfQuote(text, index) ?? text.Length;
                    break;
                case '#' when index > 0 && text[index - 1] is ' ' or '\t' or '\n' or '\r':
                    index = TextLines.EndOf(text, index) - 1;
                    break;
            }
        }

        return text.Length;
    }
}
