using Specwright.Tool.Projects;

namespace Specwright.Tool.Freshness;

/// <summary>Shows what differs: each file, and of stale ones the lines between the first and the last difference.</summary>
internal static class DifferencePrinter
{
    private const int MaxLines = 6;
    private const int MaxFilesInFull = 5;

    public static void Print(ClientProject project, IReadOnlyList<FileDifference> differences, TextWriter output)
    {
        var shown = 0;
        foreach (var difference in differences.Where(difference => difference.Kind != DifferenceKind.None))
        {
            output.WriteLine($"{NameOf(difference.Kind)}  {project.DisplayPathOf(difference.Name)}");
            if (difference.Kind == DifferenceKind.Stale && ++shown <= MaxFilesInFull)
            {
                PrintLines(difference.Committed!.Split('\n'), difference.Generated!.Split('\n'), output);
            }
        }
    }

    private static void PrintLines(string[] committed, string[] generated, TextWriter output)
    {
        var start = 0;
        while (start < committed.Length && start < generated.Length && committed[start] == generated[start])
        {
            start++;
        }

        var end = 0;
        while (end < committed.Length - start && end < generated.Length - start && committed[^(end + 1)] == generated[^(end + 1)])
        {
            end++;
        }

        output.WriteLine($"    @@ line {start + 1}");
        PrintLines('-', committed[start..^end], output);
        PrintLines('+', generated[start..^end], output);
    }

    private static void PrintLines(char sign, string[] lines, TextWriter output)
    {
        foreach (var line in lines.Take(MaxLines))
        {
            // A carriage return is a difference too; unseen, it would be a riddle.
            output.WriteLine($"    {sign}{line.Replace("\r", "\\r", StringComparison.Ordinal)}");
        }

        if (lines.Length > MaxLines)
        {
            output.WriteLine($"    {sign}… {lines.Length - MaxLines} more lines");
        }
    }

    private static string NameOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Stale => "stale    ",
        DifferenceKind.Missing => "missing  ",
        _ => "left over",
    };
}
