using System.Text;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Changes of a text as an editor makes them, mostly of whole lines.</summary>
internal static class TextEdits
{
    private static readonly string[] Words = ["word", "\"quoted\"", "'it''s'", "a: b", "- item", "-", "- a: 1", "{a: 1, b: [2]}", "[]", "null", "|", ">-", "|+", "# comment", "\"x\": {\"y\": [1, null]},", "x:", "? x", "1.50", "über 大", "\"open", "'open", "{", "]", "\t", "<<: {a: b}", "&a x", "*a", "!!str x", "---", "..."];

    public static (string Text, string Step) Apply(string text, Random random)
    {
        if (random.Next(4) == 0)
        {
            return TextMutations.Apply(text, random);
        }

        var lines = Lines(text);
        var first = random.Next(lines.Count);
        var count = Math.Min(1 + random.Next(random.Next(4) == 0 ? 12 : 2), lines.Count - first);
        var block = lines.GetRange(first, count);
        switch (random.Next(9))
        {
            case 0:
                lines.RemoveRange(first, count);
                return (string.Concat(lines), $"lines {first} to {first + count} out");
            case 1:
                lines.InsertRange(first + count, block.Select(line => line.Replace(":", "2:", StringComparison.Ordinal)));
                return (string.Concat(lines), $"lines {first} to {first + count} once more, with other names");
            case 2:
                lines.InsertRange(random.Next(lines.Count), block);
                return (string.Concat(lines), $"lines {first} to {first + count} elsewhere, too");
            case 3:
                var indent = random.Next(1, 3);
                lines.RemoveRange(first, count);
                lines.InsertRange(first, block.Select(line => new string(' ', indent) + line));
                return (string.Concat(lines), $"lines {first} to {first + count} further in");
            case 4:
                lines.RemoveRange(first, count);
                lines.InsertRange(first, block.Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));
                return (string.Concat(lines), $"lines {first} to {first + count} further out");
            case 5:
                var word = Words[random.Next(Words.Length)];
                lines.Insert(first, new string(' ', IndentOf(lines[first]) + (random.Next(3) * 2)) + word + "\n");
                return (string.Concat(lines), $"line {first} new: {word}");
            case 6:
                var value = Words[random.Next(Words.Length)];
                var (line, colon) = (lines[first], lines[first].LastIndexOf(':'));
                lines[first] = (colon < 0 ? line.TrimEnd() : line[..(colon + 1)]) + " " + value + "\n";
                return (string.Concat(lines), $"line {first} says {value}");
            default:
                var place = random.Next(text.Length + 1);
                var typed = random.Next(3) == 0 ? Words[random.Next(Words.Length)] : "typed";
                return (new StringBuilder(text).Insert(place, typed).ToString(), $"'{typed}' at {place}");
        }
    }

    /// <summary>Each with its break.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines.Count == 0 ? [""] : lines;
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;
}
