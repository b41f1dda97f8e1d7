using Specwright.Diagnostics;
using Specwright.Inputs;
using Specwright.Tool.Projects;

namespace Specwright.Tool.Linting;

/// <summary>Prints findings as compilers do, so that editors and build servers recognise them, with the line they are about.</summary>
internal static class FindingPrinter
{
    /// <summary>Of a long line, as a description without line breaks has it, only this much around the place is shown.</summary>
    private const int MaxLineLength = 120;

    /// <summary>Prints the errors of all descriptions; whether there are any.</summary>
    public static bool PrintErrors(IEnumerable<SpecInput> inputs, TextWriter output, CancellationToken cancellationToken)
    {
        var errors = inputs
            .SelectMany(input => DescriptionFindings.Of(input, cancellationToken))
            .Where(finding => finding.Rule.Severity == RuleSeverity.Error)
            .ToList();
        foreach (var error in errors)
        {
            Print(error, output);
        }

        return errors.Count > 0;
    }

    public static void Print(LocatedFinding finding, TextWriter output)
    {
        var path = ProjectArguments.DisplayPath(finding.Path);
        output.WriteLine($"{path}({finding.Line + 1},{finding.Column + 1}): {NameOf(finding.Rule.Severity)} {finding.Rule.Id}: {finding.Message}");
        if (LineOf(finding) is { } line)
        {
            PrintLine(line, finding, output);
        }
    }

    public static string NameOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };

    private static void PrintLine(string line, LocatedFinding finding, TextWriter output)
    {
        var from = finding.Column > MaxLineLength / 2 && line.Length > MaxLineLength ? finding.Column - (MaxLineLength / 2) : 0;
        var shown = line.Substring(from, Math.Min(MaxLineLength, line.Length - from));
        var column = finding.Column - from;
        var carets = Math.Clamp(finding.Length, 1, Math.Max(1, shown.Length - column));
        var number = (finding.Line + 1).ToString().PadLeft(6);
        output.WriteLine($"{number} | {string.Concat(shown.Select(character => char.IsControl(character) ? ' ' : character))}");
        output.WriteLine($"{"",6} | {new string(' ', column)}{new string('^', carets)}");
    }

    private static string? LineOf(LocatedFinding finding)
    {
        var line = File.Exists(finding.Path) ? File.ReadLines(finding.Path).Skip(finding.Line).FirstOrDefault() : null;
        return line is { Length: > 0 } && finding.Column <= line.Length ? line : null;
    }
}
