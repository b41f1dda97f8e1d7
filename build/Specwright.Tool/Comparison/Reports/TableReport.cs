using Spectre.Console;
using Specwright.Tool.Comparison.Rules;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Comparison.Reports;

/// <summary>A table for a console.</summary>
internal static class TableReport
{
    /// <summary>In files and pipes, where nobody knows the width.</summary>
    private const int UsualWidth = 160;

    public static void Write(ComparisonResult result, ChangeSeverity least, TextWriter output)
    {
        var isTerminal = TextStyle.IsTerminal(output);
        var hasColor = ReferenceEquals(TextStyle.Of(output), TextStyle.Colored);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = hasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = isTerminal ? Math.Max(60, console.Profile.Width) : UsualWidth;
        foreach (var client in result.Clients)
        {
            output.WriteLine($"{client.Client} ({client.Spec}): {ComparisonResult.SummaryOf(client.Changes)}");
            var changes = client.Changes.Where(change => change.Severity >= least).ToList();
            if (changes.Count > 0)
            {
                console.Write(TableOf(changes));
            }
        }

        output.WriteLine($"{result.Old} → {result.New}: {result.Summary}");
    }

    private static Table TableOf(IReadOnlyList<Change> changes)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("severity", "rule", "seen in", "where", "what callers must do");
        foreach (var change in changes)
        {
            table.AddRow(
                new Text(Words.Of(change.Severity), StyleOf(change.Severity)),
                new Text(change.Rule.Id),
                new Text(Words.TextOf(change.Rule.Reach)),
                new Text(PlaceText.Of(change)),
                new Text(PlaceText.OneLine(change.Sentence)));
        }

        return table;
    }

    private static Style StyleOf(ChangeSeverity severity) => severity switch
    {
        ChangeSeverity.Breaking => new Style(Color.Red),
        ChangeSeverity.Rebuild => new Style(Color.Yellow),
        ChangeSeverity.Additive => new Style(Color.Green),
        _ => Style.Plain,
    };
}
