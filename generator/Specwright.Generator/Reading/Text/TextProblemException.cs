using Specwright.Diagnostics;

namespace Specwright.Reading.Text;

/// <summary>Ends the reading of one text; <see cref="DescriptionTextReader"/> turns it into a finding, so it never leaves this room.</summary>
internal sealed class TextProblemException(Rule rule, SourceText source, int start, string[] arguments) : Exception(rule.Title)
{
    public Rule Rule { get; } = rule;

    public SourceText SourceText { get; } = source;

    public int Start { get; } = start;

    public string[] Arguments { get; } = arguments;

    /// <summary>Where the parser gave up, for a repair; null where the problem is none of the text's grammar.</summary>
    public TextBreak? Break { get; init; }

    public static TextProblemException Unreadable(SourceText source, int start, string message) =>
        new(Rules.TextUnreadable, source, start, [message]);

    public static TextProblemException Limit(SourceText source, int start, string limit, string detail) =>
        new(Rules.LimitExceeded, source, start, [limit, detail]);
}

/// <summary>Where a parser gave up, in the text that it was given.</summary>
/// <param name="Start">Offset of the token that it was in.</param>
/// <param name="End">Offset it had come to.</param>
/// <param name="FlowStart">Offset of the bracket or brace around it all; null outside of flow collections.</param>
internal sealed record TextBreak(int Start, int End, int? FlowStart);
