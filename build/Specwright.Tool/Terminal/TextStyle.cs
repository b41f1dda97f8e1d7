using Spectre.Console;

namespace Specwright.Tool.Terminal;

/// <summary>Colour where a person reads along; plain text in files, pipes and logs, and where <c>NO_COLOR</c> asks for it (https://no-color.org).</summary>
internal sealed class TextStyle
{
    private readonly bool _hasColor;

    private TextStyle(bool hasColor) => _hasColor = hasColor;

    public static TextStyle Plain { get; } = new(false);

    public static TextStyle Colored { get; } = new(true);

    /// <summary>Coloured only where the writer is this process's own output, and that is a terminal which understands colour.</summary>
    public static TextStyle Of(TextWriter writer) => IsTerminal(writer) && UnderstandsColor(writer) ? Colored : Plain;

    public static bool IsTerminal(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected) || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);

    public string Error(string text) => Wrap(text, "1;31");

    public string Warning(string text) => Wrap(text, "1;33");

    public string Info(string text) => Wrap(text, "1;36");

    public string Good(string text) => Wrap(text, "1;32");

    public string Strong(string text) => Wrap(text, "1");

    public string Faint(string text) => Wrap(text, "2");

    private static bool UnderstandsColor(TextWriter writer) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }).Profile.Capabilities.Ansi;

    private string Wrap(string text, string code) => _hasColor ? $"\e[{code}m{text}\e[0m" : text;
}
