using System.Text;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Changes of a text that know nothing of its format: what a bad transfer or a slip of the hand does.</summary>
internal static class TextMutations
{
    private static readonly string[] Fragments =
    [
        "null", "[]", "{}", "true", "-1", "1e999", "''", "\"", "'", "{", "}", "[", "]", ":", ",", "\n", "\r", "\t", " ", "  ", "&a ", "*a", "<<: ", "<<: *a\n", "$ref", "type: ", "allOf: ", "'#'", "#", "!!int ", "!!binary ", "!x ", "\0", "\uD800", "\uFEFF", "\u2028", "%", "- ", "? ", "| ", "> ", "|+\n", "x: ", "---\n", "...\n", "%YAML 1.1\n", "\\ud800", "\\u0000", "\\x", "//", "/*", "*/", "\u0085", "\u001b", "@", "`", "&a [*a]", "~", "0x1F", "0o17", ".inf", ".nan", "1_000", "2001-01-01", "yes", "=",
    ];

    public static (string Text, string Step) Apply(string text, Random random)
    {
        var result = new StringBuilder(text);
        var steps = new List<string>();
        for (var count = 1 + random.Next(3); count > 0; count--)
        {
            steps.Add(Change(result, random));
        }

        return (result.ToString(), string.Join(", ", steps));
    }

    private static string Change(StringBuilder text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(random.Next(8) == 0 ? 400 : 12), text.Length - start);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(start, length);
                return $"cut {length} at {start}";
            case 1:
                text.Insert(start, text.ToString(start, length));
                return $"double {length} at {start}";
            case 2 when text.Length > 0:
                start = Math.Min(start, text.Length - 1);
                text[start] = (char)(text[start] ^ (1 << random.Next(7)));
                return $"flip at {start}";
            case 3 when random.Next(6) == 0:
                text.Length = start;
                return $"end at {start}";
            case 4:
                var line = text.ToString().IndexOf('\n', start);
                if (line >= 0 && line + 1 < text.Length && text[line + 1] == ' ' && random.Next(2) == 0)
                {
                    text.Remove(line + 1, 1);
                }
                else if (line >= 0)
                {
                    text.Insert(line + 1, ' ');
                }

                return $"indent after {start}";
            default:
                var fragment = Fragments[random.Next(Fragments.Length)];
                text.Remove(start, Math.Min(length, random.Next(2) * length)).Insert(start, fragment);
                return $"'{fragment}' at {start}";
        }
    }
}
