using System.Globalization;
using System.Text;

namespace Payments.Cli;

/// <summary>Text of others made fit for a terminal.</summary>
internal static class PlainText
{
    /// <summary>One line without control or direction characters, which a server could use to repaint the screen.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(letter);
            }
        }
        return line.ToString().Trim();
    }
}
