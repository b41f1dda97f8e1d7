using DiffPlex.Renderer;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Freshness;

/// <summary>Shows what differs: each file, and of the first stale ones a unified diff from what is committed to what is generated now.</summary>
internal static class DifferencePrinter
{
    private const int ContextLines = 3;
    private const int MaxLines = 60;
    private const int MaxFilesInFull = 5;

    public static void Print(ClientProject project, IReadOnlyList<FileDifference> differences, TextWriter output)
    {
        var style = TextStyle.Of(output);
        var shown = 0;
        foreach (var difference in differences.Where(difference => difference.Kind != DifferenceKind.None))
        {
            var path = project.DisplayPathOf(difference.Name);
            output.WriteLine($"{NameOf(difference.Kind)}  {path}");
            if (difference.Kind != DifferenceKind.Stale)
            {
                continue;
            }

            if (++shown <= MaxFilesInFull)
            {
                PrintLines(path, difference, output, style);
            }
        }

        if (shown > MaxFilesInFull)
        {
            output.WriteLine($"{shown - MaxFilesInFull} more stale files are not shown line by line");
        }
    }

    private static void PrintLines(string path, FileDifference difference, TextWriter output, TextStyle style)
    {
        var lines = UnidiffRenderer
            .GenerateUnidiff(Visible(difference.Committed!), Visible(difference.Generated!), "committed/" + path, "generated/" + path, ignoreWhitespace: false, ignoreCase: false, ContextLines)
            .ReplaceLineEndings("\n")
            .TrimEnd('\n')
            .Split('\n');
        foreach (var line in lines.Take(MaxLines))
        {
            output.WriteLine(line switch
            {
                ['-', ..] => style.Error(line),
                ['+', ..] => style.Good(line),
                ['@', ..] => style.Info(line),
                _ => line,
            });
        }

        if (lines.Length > MaxLines)
        {
            output.WriteLine($"… {lines.Length - MaxLines} more lines");
        }
    }

    /// <summary>A carriage return, a byte order mark or a missing last line end is a difference too; unseen, it would be a riddle.</summary>
    private static string Visible(string text)
    {
        var visible = text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal);
        return visible.EndsWith('\n') ? visible[..^1] : visible + "\n\\ No newline at end of file";
    }

    private static string NameOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Stale => "stale    ",
        DifferenceKind.Missing => "missing  ",
        _ => "left over",
    };
}
