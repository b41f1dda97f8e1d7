namespace Specwright.Planning;

/// <summary>What documentation text keeps of its markup: code and links, as characters between its words.</summary>
/// <remarks>
/// Unicode sets these code points aside for the inside of a program (noncharacters, The Unicode Standard 23.7): no text has them, <see cref="CommonMark"/>
/// drops those that a hostile one has, and so documentation stays a string that compares and concatenates.
/// </remarks>
internal static class DocumentationMark
{
    public const char CodeStart = '\uFDD0';

    public const char CodeEnd = '\uFDD1';

    /// <summary>Before the address of a link; its words follow <see cref="LinkWords"/>.</summary>
    public const char LinkStart = '\uFDD2';

    public const char LinkWords = '\uFDD3';

    public const char LinkEnd = '\uFDD4';

    /// <summary>The first character of a paragraph whose lines are code.</summary>
    public const char CodeBlock = '\uFDD5';

    public static bool IsMark(char character) => character is >= '\uFDD0' and <= '\uFDEF';

    public static bool IsIn(string text)
    {
        foreach (var character in text)
        {
            if (IsMark(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without its marks, and without the addresses of its links.</summary>
    public static string WithoutMarks(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var plain = new System.Text.StringBuilder(text.Length);
        var isAddress = false;
        foreach (var character in text)
        {
            if (!IsMark(character))
            {
                if (!isAddress)
                {
                    plain.Append(character);
                }

                continue;
            }

            isAddress = character == LinkStart || (isAddress && character is not (LinkWords or LinkEnd));
        }

        return plain.ToString();
    }
}
