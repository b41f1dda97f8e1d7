using Specwright.Diagnostics;

namespace Specwright.Reading.Text;

/// <summary>Ends the reading of one text; <see cref="DescriptionTextReader"/> turns it into a finding, so it never leaves this room.</summary>
internal sealed class TextProblemException(Rule rule, SourceText source, int start, string[] arguments) : Exception(rule.Title)
{
    public Rule Rule { get; } = rule;

    public SourceText SourceText { get; } = source;

    public int Start { get; } = start;

    public string[] Arguments { get; } = arguments;

    public static TextProblemException Unreadable(SourceText source, int start, string message) =>
        new(Rules.TextUnreadable, source, start, [message]);

    public static TextProblemException Limit(SourceText source, int start, string limit, string detail) =>
        new(Rules.LimitExceeded, source, start, [limit, detail]);
}
