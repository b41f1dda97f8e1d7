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

    /// <summary>For types and members: <c>order-id</c> gives <c>OrderId</c>. Never empty, never a keyword, never with <c>@</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        foreach (var word in WordsOf(text))
        {
            Append(name, word, capital: true);
        }

        return Finish(name, text);
    }

    /// <summary>For parameters and locals: <c>order-id</c> gives <c>orderId</c>; a keyword gets an <c>@</c>.</summary>
    public static string Camel(string text)
    {
        var name = new StringBuilder();
        foreach (var word in WordsOf(text))
        {
            Append(name, word, capital: name.Length > 0);
        }

        return Keywords.Escape(Finish(name, text));
    }

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

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var start = 0;
        if (text.Length > 1 && text[0] is '-' or '+' && text.Length > 1 && IsPart(text[1]))
        {
            // "-created" and "created" are different sort orders, "-1" and "1" different numbers.
            words.Add(text[0] == '-' ? "Minus" : "Plus");
            start = 1;
        }

        var word = new StringBuilder();
        for (var index = start; index < text.Length; index++)
        {
            var character = text[index];
            if (!IsPart(character))
            {
                End();
                continue;
            }

            if (word.Length > 0 && char.IsUpper(character))
            {
                var afterLower = !char.IsUpper(text[index - 1]);
                var beforeLower = index + 1 < text.Length && char.IsLower(text[index + 1]);

                // "IDs" is a plural, not "I" and "Ds".
                var plural = beforeLower && text[index + 1] == 's' && (index + 2 == text.Length || !IsPart(text[index + 2]) || char.IsUpper(text[index + 2]));
                var afterDigit = char.IsDigit(text[index - 1]) && word.Length > 1 && IsAllCapital(word);
                if ((afterLower && !afterDigit) || (beforeLower && !plural))
                {
                    End();
                }
            }

            word.Append(character);
        }

        End();
        if (words.Count == 0)
        {
            Spell(text, words);
        }

        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static bool IsAllCapital(StringBuilder word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (char.IsLower(word[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Spell(string text, List<string> words)
    {
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

    private static void Append(StringBuilder name, string word, bool capital)
    {
        if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]))
        {
            // "1.0" and "10" stay different.
            name.Append('_');
        }

        var run = IsCapitalRun(word);
        for (var index = 0; index < word.Length; index++)
        {
            name.Append(index == 0
                ? capital ? char.ToUpperInvariant(word[0]) : char.ToLowerInvariant(word[0])
                : run ? char.ToLowerInvariant(word[index]) : word[index]);
        }
    }

    private static bool IsCapitalRun(string word) => word.Length > 1 && (char.IsUpper(word[1]) || (char.IsDigit(word[1]) && char.IsUpper(word[0])));

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

    private static bool IsLetter(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char character) => IsLetter(character) || char.GetUnicodeCategory(character)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
