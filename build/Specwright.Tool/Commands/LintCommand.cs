using System.CommandLine;
using Specwright.Diagnostics;
using Specwright.Tool.Linting;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright lint</c>: everything the generator has to say about one description.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("spec") { Description = "The description: OpenAPI 3.x or Swagger 2.0, YAML or JSON.", HelpName = "file" };
        var overlays = new Option<string[]>("--overlay")
        {
            Description = "An overlay to apply first; may be given several times. Default: <name>.overlay.yaml beside <name>.openapi.yaml, if there is one.",
            HelpName = "file",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("lint", "Prints what is wrong or left out, each with its line. Exit code 1: there is an error, no client can be generated.")
        {
            spec,
            overlays,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(spec),
            parsed.GetValue(overlays) ?? [],
            parsed.InvocationConfiguration.Output,
            cancellationToken)));
        ExamplesHelpAction.Attach(
            command,
            ("specwright lint specs/acme.openapi.yaml", "with specs/acme.overlay.yaml, if it exists"),
            ("specwright lint acme.json --overlay names.yaml --overlay money.yaml", "with two overlays, in this order"));
        return command;
    }

    private static int Run(string spec, string[] overlays, TextWriter output, CancellationToken cancellationToken)
    {
        var inputs = LintedFiles.Read(spec, overlays);
        var findings = inputs.SelectMany(input => DescriptionFindings.Of(input, cancellationToken)).ToList();
        foreach (var finding in findings)
        {
            FindingPrinter.Print(finding, output);
        }

        output.WriteLine(SummaryOf(findings));
        return findings.Any(finding => finding.Rule.Severity == RuleSeverity.Error) ? ExitCodes.Found : ExitCodes.Success;
    }

    private static string SummaryOf(IReadOnlyList<LocatedFinding> findings) =>
        findings.Count == 0
            ? "nothing to report"
            : string.Join(", ", Enum.GetValues<RuleSeverity>().Reverse().Select(severity => Count(findings, severity)).Where(text => text.Length > 0));

    private static string Count(IReadOnlyList<LocatedFinding> findings, RuleSeverity severity)
    {
        var count = findings.Count(finding => finding.Rule.Severity == severity);
        return count switch
        {
            0 => "",
            1 => $"1 {FindingPrinter.NameOf(severity)}",
            _ => $"{count} {FindingPrinter.NameOf(severity)}s",
        };
    }
}
