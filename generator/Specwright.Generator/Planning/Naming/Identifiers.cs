using System.Globalization;
using System.Text;

namespace Specwright.Planning.Naming;

/// <summary>Makes C# identifiers from any text of a description.</summary>
/// <remarks>
/// Words end at punctuation and at case changes; runs of capitals count as one word (<c>HTTPServer</c> is <c>HttpServer</c>), as the framework's
/// naming guidelines ask. Letters of other scripts stay. What cannot stand in an identifier at all is spelled: symbols by name,
/// everything else by code point.
/// </remarks>
internal static class Identifiers
{
    /// <summary>Longer names are cut and end with a hash of the whole text: file names carry them too.</summary>
    public const int MaxLength = 100;

    /// <summary>Names are made in it, tens of thousands for a large client; those of long texts are not, so it stays small.</summary>
    [ThreadStatic]
    private static StringBuilder? _name;

    private static readonly RecentResults<string> Pascals = new(text => Join(text, startsCapital: true));

    private static readonly RecentResults<string> Camels = new(text => Keywords.Escape(Join(text, startsCapital: false)));

    /// <summary>For types and members: <c>order-id</c> gives <c>OrderId</c>. Never empty, never a keyword, never with <c>@</c>.</summary>
    public static string Pascal(string text) => Pascals.Of(text);

    /// <summary>For parameters and locals: <c>order-id</c> gives <c>orderId</c>; a keyword gets an <c>@</c>.</summary>
    public static string Camel(string text) => Camels.Of(text);

    /// <summary>A name that somebody chose: kept as it is where C# allows that.</summary>
    /// <remarks>Not with an underscore first or as in <c>get_Name</c>: fields and accessors are called so.</remarks>
    public static string Chosen(string text) => IsIdentifier(text) && text.IndexOf('_') < 0 && !Keywords.Contains(text) && text.Length <= MaxLength ? text : Pascal(text);

    /// <summary>An identifier made of others, cut where it is too long.</summary>
    public static string Shorten(string identifier) => identifier.Length <= MaxLength
        ? identifier
        : identifier.Substring(0, MaxLength - 9) + "_" + StableHash.Of(identifier, 8);

    /// <summary>Whether C# reads this as one identifier (or keyword), without escapes and invisible characters.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || !(text[0] == '_' || IsLetter(text[0])))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character != '_' && !IsPart(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string Join(string text, bool startsCapital)
    {
        var name = text.Length <= MaxLength ? (_name ??= new StringBuilder(2 * MaxLength)).Clear() : new StringBuilder();
        var index = 0;
        if (text.Length > 1 && text[0] is '-' or '+' && text.Length > 1 && IsPart(text[1]))
        {
            // "-created" and "created" are different sort orders, "-1" and "1" different numbers.
            Append(name, text[0] == '-' ? "Minus" : "Plus", startsCapital);
            index = 1;
        }

        while (index < text.Length)
        {
            if (!IsPart(text[index]))
            {
                index++;
                continue;
            }

            var end = EndOfWord(text, index);
            Append(name, text, index, end, startsCapital || name.Length > 0);
            index = end;
        }

        if (name.Length == 0)
        {
            foreach (var word in Spelled(text))
            {
                Append(name, word, startsCapital || name.Length > 0);
            }
        }

        return Finish(name, text);
    }

    /// <param name="text">Of which the word is a part.</param>
    /// <param name="start">Its first character.</param>
    private static int EndOfWord(string text, int start)
    {
        for (var index = start + 1; index < text.Length; index++)
        {
            var character = text[index];
            if (!IsPart(character))
            {
                return index;
            }

            if (char.IsUpper(character))
            {
                var afterLower = !char.IsUpper(text[index - 1]);
                var beforeLower = index + 1 < text.Length && char.IsLower(text[index + 1]);

                // "IDs" is a plural, not "I" and "Ds".
                var plural = beforeLower && text[index + 1] == 's' && (index + 2 == text.Length || !IsPart(text[index + 2]) || char.IsUpper(text[index + 2]));
                var afterDigit = char.IsDigit(text[index - 1]) && index - start > 1 && IsAllCapital(text, start, index);
                if ((afterLower && !afterDigit) || (beforeLower && !plural))
                {
                    return index;
                }
            }
        }

        return text.Length;
    }

    private static bool IsAllCapital(string text, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (char.IsLower(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Spelled(string text)
    {
        var words = new List<string>();
        if (text.Length == 0)
        {
            words.Add("Empty");
        }

        for (var index = 0; index < text.Length && words.Count < 20; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                words.Add("U" + char.ConvertToUtf32(text[index], text[index + 1]).ToString("X", CultureInfo.InvariantCulture));
                index++;
            }
            else
            {
                words.Add(SymbolName(text[index]) ?? "U" + ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return words;
    }

    private static string? SymbolName(char symbol) => symbol switch
    {
        ' ' => "Space",
        '!' => "Not",
        '"' => "Quote",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '\'' => "Apostrophe",
        '(' => "Open",
        ')' => "Close",
        '*' => "Star",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '\\' => "Backslash",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '|' => "Or",
        '~' => "Tilde",
        _ => null,
    };

    private static void Append(StringBuilder name, string word, bool capital) => Append(name, word, 0, word.Length, capital);

    /// <summary>Appends the word of the text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    private static void Append(StringBuilder name, string text, int start, int end, bool capital)
    {
        if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(text[start]))
        {
            // "1.0" and "10" stay different.
            name.Append('_');
        }

        name.Append(capital ? char.ToUpperInvariant(text[start]) : char.ToLowerInvariant(text[start]));
        var isCapitalRun = end - start > 1 && (char.IsUpper(text[start + 1]) || (char.IsDigit(text[start + 1]) && char.IsUpper(text[start])));
        if (!isCapitalRun)
        {
            name.Append(text, start + 1, end - start - 1);
            return;
        }

        for (var index = start + 1; index < end; index++)
        {
            name.Append(char.ToLowerInvariant(text[index]));
        }
    }

    private static string Finish(StringBuilder name, string text)
    {
        if (!IsLetter(name[0]))
        {
            name.Insert(0, '_');
        }

        if (name.Length > MaxLength)
        {
            name.Length = MaxLength - 9;
            name.Append('_').Append(StableHash.Of(text, 8));
        }

        return name.ToString();
    }

    private static bool IsLetter(char character) => character < 128
        ? character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
        : char.GetUnicodeCategory(character) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char character) => IsLetter(character) || (character < 128
        ? character is >= '0' and <= '9'
        : char.GetUnicodeCategory(character) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
