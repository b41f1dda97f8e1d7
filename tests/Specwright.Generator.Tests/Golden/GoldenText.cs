using System.Text;

namespace Specwright.Golden;

/// <summary>Compares committed text with the text of now, byte for byte, or renews it.</summary>
internal static class GoldenText
{
    private const int ShownLines = 8;

    /// <summary>These files differ little from client to client: a new case does not begin with them.</summary>
    private static readonly string[] Everywhere = [".Options.g.cs", ".Registration.g.cs", ".Json.g.cs"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool Renews => Environment.GetEnvironmentVariable("SPECWRIGHT_RENEW") == "1";

    /// <summary>
    /// The committed files of a case against the generated ones. A case shows the files that carry its feature, so a file that is generated and
    /// not committed is no difference; one that is committed and no longer generated is. Renewing a case without any file writes all but
    /// <see cref="Everywhere"/>; delete what does not carry the feature.
    /// </summary>
    /// <returns>The differences in words; empty where there is none.</returns>
    public static string CompareFiles(GoldenCase @case, IReadOnlyDictionary<string, string> generated)
    {
        var folder = @case.GeneratedFolder;
        var committed = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList() : [];
        if (Renews)
        {
            if (generated.Count > 0)
            {
                Directory.CreateDirectory(folder);
            }

            foreach (var leftOver in committed.Where(name => !generated.ContainsKey(name)))
            {
                File.Delete(Path.Combine(folder, leftOver));
            }

            committed = generated.Keys
                .Where(name => committed.Count > 0 ? committed.Contains(name) : !Everywhere.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
                .ToList();
            committed.ForEach(name => File.WriteAllText(Path.Combine(folder, name), generated[name], Utf8));
        }

        return committed.Count == 0 && generated.Count > 0
            ? $"{NameOf(folder)} shows no generated file.\n"
            : string.Concat(committed.Select(name => Compare(
                Path.Combine(folder, name),
                generated.TryGetValue(name, out var text) ? text : null)));
    }

    /// <summary>One text that stands in a file, where it is not empty.</summary>
    public static string CompareOptional(string path, string actual)
    {
        if (Renews)
        {
            File.Delete(path);
            if (actual.Length > 0)
            {
                File.WriteAllText(path, actual, Utf8);
            }
        }

        return Compare(path, actual);
    }

    /// <param name="path">The committed file; a missing one counts as empty.</param>
    /// <param name="actual">Null: there should be no such file.</param>
    public static string Compare(string path, string? actual)
    {
        if (actual is null)
        {
            return $"{NameOf(path)} is left over: it is no longer generated.\n";
        }

        var expected = File.Exists(path) ? Utf8.GetString(File.ReadAllBytes(path)) : "";
        return expected == actual ? "" : $"{NameOf(path)} is stale:\n{Difference(expected.Split('\n'), actual.Split('\n'))}\n";
    }

    private static string NameOf(string path) => Path.GetRelativePath(GoldenCase.Root, path).Replace('\\', '/');

    /// <summary>The lines between the first and the last difference, with the line before them.</summary>
    private static string Difference(string[] expected, string[] actual)
    {
        var start = 0;
        while (start < expected.Length && start < actual.Length && expected[start] == actual[start])
        {
            start++;
        }

        var end = 0;
        while (end < expected.Length - start && end < actual.Length - start && expected[^(end + 1)] == actual[^(end + 1)])
        {
            end++;
        }

        return $"@@ line {start + 1}\n"
            + (start > 0 ? $" {expected[start - 1]}\n" : "")
            + Lines('-', expected[start..^end])
            + Lines('+', actual[start..^end]);
    }

    private static string Lines(char sign, string[] lines) =>

        // A carriage return is a difference too; unseen, it would be a riddle.
        string.Concat(lines.Take(ShownLines).Select(line => $"{sign}{line.Replace("\r", "\\r", StringComparison.Ordinal)}\n"))
        + (lines.Length > ShownLines ? $"{sign}… {lines.Length - ShownLines} more lines\n" : "");
}
