using System.Globalization;
using Specwright.Inputs;
using Specwright.Model;
using Specwright.Reading;

namespace Specwright.Diagnostics;

/// <summary>Everything there is to say about a description: of its set-up, of reading and of planning, each at its place in the text.</summary>
internal static class DescriptionFindings
{
    /// <summary>Longer words of a description are cut in messages: they are the description's, of any length.</summary>
    private const int MaxArgumentLength = 300;

    /// <summary>In the order of files, lines and columns; each once.</summary>
    public static IReadOnlyList<LocatedFinding> Of(SpecInput input, CancellationToken cancellationToken) =>
        Of(input, input.IsComplete ? ReadingCache.Check(input, cancellationToken) : default, cancellationToken);

    /// <summary>Only those that keep the client from being generated. Whoever has generated it gets them for nothing.</summary>
    public static IReadOnlyList<LocatedFinding> ErrorsOf(SpecInput input, CancellationToken cancellationToken) =>
        Of(input, default, cancellationToken).Where(finding => finding.Rule.Severity == RuleSeverity.Error).ToList();

    private static IReadOnlyList<LocatedFinding> Of(SpecInput input, EquatableArray<Finding> checks, CancellationToken cancellationToken)
    {
        var findings = input.Findings.ToList();
        PositionTable? positions = null;
        if (input.IsComplete)
        {
            var reading = ReadingCache.Read(input, cancellationToken);
            positions = reading.Positions;
            findings.AddRange(reading.Findings);
            findings.AddRange(checks);
            if (reading.Description is { } description)
            {
                cancellationToken.ThrowIfCancellationRequested();
                findings.AddRange(PlanCache.Plan(description, input.Options).Findings);
            }
        }

        return findings
            .Select(finding => Locate(finding, positions?.Find(finding.Pointer), input))
            .Distinct()
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Start)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ToList();
    }

    private static LocatedFinding Locate(Finding finding, TextPosition? found, SpecInput input)
    {
        var rule = Rules.Get(finding.RuleId);
        var position = found ?? new TextPosition(input.Source.Description.Path, 0, 0, 0, 0);
        return new()
        {
            Rule = rule,
            Message = MessageOf(rule, finding),
            Path = input.PathOf(position.Path),
            Start = position.Start,
            Length = LengthOnLine(position, TextOf(input.Source, position.Path)),
            Line = position.Line,
            Column = position.Column,
        };
    }

    private static string MessageOf(Rule rule, Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, rule.MessageFormat, finding.Arguments.Select(OnOneLine).ToArray<object>());

    /// <summary>A line break in a message would end the diagnostic's line in a build's log and could forge another one.</summary>
    private static string OnOneLine(string argument)
    {
        var text = argument.Length > MaxArgumentLength ? argument.Substring(0, MaxArgumentLength) + "…" : argument;
        return string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
    }

    private static int LengthOnLine(TextPosition position, string text)
    {
        var end = Math.Min(position.Start + position.Length, text.Length);
        if (end <= position.Start)
        {
            return 0;
        }

        var lineEnd = text.IndexOfAny(['\r', '\n'], position.Start, end - position.Start);
        return (lineEnd < 0 ? end : lineEnd) - position.Start;
    }

    private static string TextOf(DescriptionSource source, string path) =>
        new[] { source.Description }.Concat(source.Overlays).Concat(source.Others)
            .FirstOrDefault(file => SpecPaths.Comparer.Equals(file.Path, path))?.Text ?? "";
}
