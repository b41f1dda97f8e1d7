using Specwright.Diagnostics;
using Specwright.Inputs;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Linting;

/// <summary>Prints findings as compilers do, so that editors and build servers recognise them, with the line they are about.</summary>
internal static class FindingPrinter
{
    /// <summary>Of a long line, as a description without line breaks has it, only this much around the place is shown.</summary>
    private const int MaxLineLength = 120;

    /// <summary>Prints the errors of all descriptions; whether there are any.</summary>
    public static bool PrintErrors(IEnumerable<SpecInput> inputs, TextWriter output, CancellationToken cancellationToken)
    {
        var style = TextStyle.Of(output);
        var errors = inputs
            .SelectMany(input => DescriptionFindings.ErrorsOf(input, cancellationToken))
            .ToList();
        Print(errors, output, style);

        return errors.Count > 0;
    }

    public static void Print(IEnumerable<LocatedFinding> findings, TextWriter output, TextStyle style)
    {
        var excerpts = new FindingExcerpts();
        foreach (var finding in findings)
        {
            Print(finding, excerpts, output, style);
        }
    }

    private static void Print(LocatedFinding finding, FindingExcerpts excerpts, TextWriter output, TextStyle style)
    {
        var path = ProjectArguments.DisplayPath(finding.Path);
        var severity = Colored($"{NameOf(finding.Rule.Severity)} {finding.Rule.Id}", finding.Rule.Severity, style);
        output.WriteLine($"{path}({finding.Line + 1},{finding.Column + 1}): {severity}: {finding.Message}");
        if (excerpts.LineOf(finding) is { } line)
        {
            PrintLine(line, finding, output, style);
        }
    }

    public static string NameOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary><c>1 error, 2 warnings</c>.</summary>
    public static string SummaryOf(IReadOnlyList<LocatedFinding> findings) =>
        findings.Count == 0
            ? "nothing to report"
            : string.Join(", ", Enum.GetValues<RuleSeverity>().Reverse().Select(severity => Count(findings, severity)).Where(text => text.Length > 0));

    private static string Count(IReadOnlyList<LocatedFinding> findings, RuleSeverity severity)
    {
        var count = findings.Count(finding => finding.Rule.Severity == severity);
        return count switch
        {
            0 => "",
            1 => $"1 {NameOf(severity)}",
            _ => $"{count} {NameOf(severity)}s",
        };
    }

    private static string Colored(string text, RuleSeverity severity, TextStyle style) => severity switch
    {
        RuleSeverity.Error => style.Error(text),
        RuleSeverity.Warning => style.Warning(text),
        _ => style.Info(text),
    };

    private static void PrintLine(string line, LocatedFinding finding, TextWriter output, TextStyle style)
    {
        var from = finding.Column > MaxLineLength / 2 && line.Length > MaxLineLength ? finding.Column - (MaxLineLength / 2) : 0;
        var shown = line.Substring(from, Math.Min(MaxLineLength, line.Length - from));
        var column = finding.Column - from;
        var carets = Math.Clamp(finding.Length, 1, Math.Max(1, shown.Length - column));
        var number = (finding.Line + 1).ToString().PadLeft(6);
        output.WriteLine($"{style.Faint(number + " |")} {string.Concat(shown.Select(character => char.IsControl(character) ? ' ' : character))}");
        output.WriteLine($"{style.Faint("       |")} {new string(' ', column)}{Colored(new string('^', carets), finding.Rule.Severity, style)}");
    }
}
