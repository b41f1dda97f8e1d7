using Spectre.Console;

namespace Payments.Cli;

/// <summary>Consoles over given writers, the same on every machine when not interactive.</summary>
internal static class ConsoleFactory
{
    public static IAnsiConsole Create(TextWriter writer, AnsiSupport ansi, int width)
    {
        var settings = new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = ansi,
            ColorSystem = ansi == AnsiSupport.No ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = ansi == AnsiSupport.No ? InteractionSupport.No : InteractionSupport.Yes,
        };
        // Continuous integration services would otherwise switch colours back on.
        settings.Enrichment.UseDefaultEnrichers = false;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = width;
        return console;
    }
}
