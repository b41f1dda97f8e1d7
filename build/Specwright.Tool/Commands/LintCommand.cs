using System.CommandLine;
using System.Text;
using Specwright.Diagnostics;
using Specwright.Inputs;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright lint</c>: everything the generator has to say about descriptions.</summary>
internal static class LintCommand
{
    private const string Text = "text";
    private const string Sarif = "sarif";

    public static Command Create()
    {
        var specs = new Argument<string[]>("spec")
        {
            Description = "Descriptions (OpenAPI 3.x or Swagger 2.0, YAML or JSON), or projects (.csproj): all their descriptions, with the options of the project.",
            HelpName = "file",
            Arity = ArgumentArity.OneOrMore,
        };
        UnknownOptions.Reject(specs);
        var overlays = new Option<string[]>("--overlay")
        {
            Description = "An overlay to apply first to the one description named; may be given several times. Default: <name>.overlay.yaml beside <name>.openapi.yaml, if there is one.",
            HelpName = "file",
            DefaultValueFactory = _ => [],
        };
        var severity = new Option<RuleSeverity>("--severity") { Description = "The least that is shown: info, warning or error.", DefaultValueFactory = _ => RuleSeverity.Info };
        var failOn = new Option<RuleSeverity>("--fail-on") { Description = "The least that gives exit code 1: info, warning or error.", DefaultValueFactory = _ => RuleSeverity.Error };
        var format = new Option<string>("--format") { Description = "What is printed: text, or sarif (SARIF 2.1.0).", HelpName = "text|sarif", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Sarif);
        var sarif = new Option<string?>("--sarif") { Description = "Writes SARIF 2.1.0 into a file as well; addresses are relative to the root of the repository.", HelpName = "file" };
        var command = new Command("lint", "Prints what is wrong or left out, each with its line.") { specs, overlays, severity, failOn, format, sarif };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request
            {
                Specs = parsed.GetRequiredValue(specs),
                Overlays = parsed.GetValue(overlays) ?? [],
                Severity = parsed.GetValue(severity),
                FailOn = parsed.GetValue(failOn),
                IsSarif = parsed.GetValue(format) == Sarif,
                SarifFile = parsed.GetValue(sarif),
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        ExamplesHelpAction.Attach(
            command,
            [
                (ExitCodes.Success, "nothing as grave as --fail-on"),
                (ExitCodes.Found, "something as grave as --fail-on; without it an error: no client can be generated"),
                ExitCodes.UnusableInHelp,
            ],
            ("specwright lint specs/acme.openapi.yaml", "with specs/acme.overlay.yaml, if it exists"),
            ("specwright lint specs/*.yaml --severity warning --fail-on warning", "several; overlays among them are applied, not read by themselves"),
            ("specwright lint acme.json --overlay names.yaml --overlay money.yaml", "with two overlays, in this order"),
            ("specwright lint src/Acme/Acme.csproj --sarif lint.sarif", "everything of a project, and a file for the code host"));
        return command;
    }

    private static async Task<int> RunAsync(Request request, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var findings = new List<LocatedFinding>();
        using (var progress = new Progress(error))
        {
            foreach (var input in await InputsOfAsync(request, progress, cancellationToken))
            {
                progress.Report("reading " + ProjectArguments.DisplayPath(input.Path));
                findings.AddRange(DescriptionFindings.Of(input, cancellationToken));
            }
        }

        // A part that several descriptions refer to is read, and complained of, once for each.
        findings = [.. findings.Distinct()];
        List<LocatedFinding> shown = [.. findings.Where(finding => finding.Rule.Severity >= request.Severity)];
        if (request.SarifFile is not null || request.IsSarif)
        {
            WriteSarif(request, shown, output);
        }

        if (!request.IsSarif)
        {
            FindingPrinter.Print(shown, output, TextStyle.Of(output));
            output.WriteLine(FindingPrinter.SummaryOf(shown));
        }

        return findings.Any(finding => finding.Rule.Severity >= request.FailOn) ? ExitCodes.Found : ExitCodes.Success;
    }

    private static async Task<IReadOnlyList<SpecInput>> InputsOfAsync(Request request, Progress progress, CancellationToken cancellationToken)
    {
        if (request.Overlays.Length > 0 && request.Specs.Length > 1)
        {
            throw new ToolException("--overlay belongs to one description: name only one");
        }

        // A pattern such as specs/*.yaml catches overlays too, which are applied to the description beside them.
        var specs = request.Specs.Length == 1 ? request.Specs : [.. request.Specs.Where(spec => !SpecNames.IsOverlay(spec))];
        var inputs = new List<SpecInput>();
        foreach (var spec in specs)
        {
            if (spec.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                progress.Report("evaluating " + spec);
                inputs.AddRange((await ProjectReader.ReadAsync(ProjectArguments.Resolve([spec])[0], cancellationToken)).Inputs);
            }
            else
            {
                inputs.AddRange(LintedFiles.Read(spec, request.Overlays));
            }
        }

        return inputs.Count > 0 ? inputs : throw new ToolException("only overlays are named: name the descriptions that they belong to");
    }

    private static void WriteSarif(Request request, List<LocatedFinding> findings, TextWriter output)
    {
        var log = new SarifLog(ProjectArguments.WorkTreeRoot() ?? Directory.GetCurrentDirectory()).Write(findings);
        if (request.IsSarif)
        {
            output.Write(log);
        }

        if (request.SarifFile is { } path)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllText(path, log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ToolException($"'{path}' cannot be written: {exception.Message}");
            }
        }
    }

    private sealed record Request
    {
        public required string[] Specs { get; init; }

        public required string[] Overlays { get; init; }

        public required RuleSeverity Severity { get; init; }

        public required RuleSeverity FailOn { get; init; }

        public required bool IsSarif { get; init; }

        public required string? SarifFile { get; init; }
    }
}
