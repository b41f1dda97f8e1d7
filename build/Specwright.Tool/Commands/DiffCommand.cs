using System.CommandLine;
using System.Text;
using Specwright.Tool.Comparison;
using Specwright.Tool.Comparison.Reports;
using Specwright.Tool.Comparison.Rules;
using Specwright.Tool.Comparison.Sources;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright diff</c>: what changed in a description, and what that means for callers of the client.</summary>
internal static class DiffCommand
{
    private const string TableFormat = "table";
    private const string MarkdownFormat = "markdown";
    private const string JsonFormat = "json";
    private const string Never = "none";

    private static readonly string[] Severities = [.. Enum.GetValues<ChangeSeverity>().Reverse().Select(Words.Of)];

    public static Command Create()
    {
        var what = new Argument<string[]>("what")
        {
            Description = "Two files; or a revision, <old>..<new> or <old>...<new> (from their common ancestor), and then descriptions or folders of them: without any, all that projects have. "
                + "A file may be <revision>:<path>. A single revision is compared with the work tree.",
            HelpName = "old [new] | revision [spec]",
            Arity = ArgumentArity.OneOrMore,
        };
        UnknownOptions.Reject(what);
        var format = new Option<string>("--format") { Description = "What is printed: table, markdown (for a comment) or json.", HelpName = "table|markdown|json", DefaultValueFactory = _ => TableFormat };
        format.AcceptOnlyFromAmong(TableFormat, MarkdownFormat, JsonFormat);
        var file = new Option<string?>("--output") { Description = "Writes into a file what --format says, and prints the table.", HelpName = "file" };
        var severity = new Option<string>("--severity") { Description = "The least that is shown.", HelpName = string.Join('|', Severities), DefaultValueFactory = _ => Words.Of(ChangeSeverity.Cosmetic) };
        severity.AcceptOnlyFromAmong(Severities);
        var failOn = new Option<string>("--fail-on") { Description = "The least that gives exit code 1.", HelpName = string.Join('|', Severities.Append(Never)), DefaultValueFactory = _ => Words.Of(ChangeSeverity.Breaking) };
        failOn.AcceptOnlyFromAmong([.. Severities, Never]);
        var named = new Option<bool>("--named-arguments") { Description = "Callers name optional arguments: one more is not breaking." };
        var command = new Command("diff", "Says what changed in descriptions, and what that means for callers of the generated C#: breaking, rebuild, additive or cosmetic.") { what, format, file, severity, failOn, named };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request
            {
                What = parsed.GetRequiredValue(what),
                Format = parsed.GetRequiredValue(format),
                File = parsed.GetValue(file),
                Severity = SeverityOf(parsed.GetRequiredValue(severity)) ?? ChangeSeverity.Cosmetic,
                FailOn = SeverityOf(parsed.GetRequiredValue(failOn)),
                Options = new ComparisonOptions { ArgumentsAreNamed = parsed.GetValue(named) },
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        ExamplesHelpAction.Attach(
            command,
            [
                (ExitCodes.Success, "nothing as grave as --fail-on"),
                (ExitCodes.Found, "something as grave as --fail-on; without it something breaking"),
                ExitCodes.UnusableInHelp,
            ],
            ("specwright diff old.yaml new.yaml", "two files"),
            ("specwright diff main specs/acme.openapi.yaml", "a revision against the work tree, with overlays, other files and options of each side"),
            ("specwright diff main:specs/acme.yaml specs/acme.openapi.yaml", "a file that was renamed"),
            ("specwright diff v1..v2 -- specs", "two revisions, all descriptions of projects in a folder"),
            ("specwright diff origin/main...HEAD --format markdown --output comment.md --fail-on none", "what a branch changes, for a comment"));
        return command;
    }

    private static ChangeSeverity? SeverityOf(string word) => word == Never ? null : Enum.Parse<ChangeSeverity>(word, ignoreCase: true);

    private static async Task<int> RunAsync(Request request, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ComparisonResult result;
        using (var progress = new Progress(error))
        using (var sides = await ComparisonRequest.OfAsync(request.What, progress.Report, cancellationToken))
        {
            var clients = new List<ComparedPair>();
            foreach (var (old, @new) in sides.Pairs)
            {
                progress.Report("comparing " + (@new ?? old)!.Path);
                clients.Add(Compare(old, @new, request.Options, cancellationToken));
            }

            result = new ComparisonResult(sides.OldLabel, sides.NewLabel, clients);
        }

        if (request.File is { } file)
        {
            WriteFile(file, TextOf(result, request));
        }

        if (request.File is not null || request.Format == TableFormat)
        {
            TableReport.Write(result, request.Severity, output);
        }
        else
        {
            output.Write(TextOf(result, request));
        }

        return result.Severity >= request.FailOn ? ExitCodes.Found : ExitCodes.Success;
    }

    private static ComparedPair Compare(SideSpec? old, SideSpec? @new, ComparisonOptions options, CancellationToken cancellationToken)
    {
        var before = old is null ? null : ClientOf(old, cancellationToken);
        var after = @new is null ? null : ClientOf(@new, cancellationToken);
        return new ComparedPair
        {
            Client = (after ?? before)!.Plan.Client.Names.Class,
            Spec = (@new ?? old)!.Path,
            Changes = before is not null && after is not null ? ClientComparison.Compare(before, after, options) : [ClientComparison.OneSided((after ?? before)!, isAdded: after is not null)],
        };
    }

    private static ComparedClient ClientOf(SideSpec spec, CancellationToken cancellationToken) => spec.Input.IsComplete
        ? new ComparedClient(spec.Input, path => spec.Tree.PathOf(spec.Input.PathOf(path)), cancellationToken)
        : throw new ToolException($"no client can be generated from {spec.Path} in {spec.Tree.Label}; 'specwright lint' says why");

    private static string TextOf(ComparisonResult result, Request request)
    {
        switch (request.Format)
        {
            case MarkdownFormat:
                return MarkdownReport.Write(result, request.Severity);
            case JsonFormat:
                return JsonReport.Write(result, request.Severity);
            default:
                var table = new StringWriter { NewLine = "\n" };
                TableReport.Write(result, request.Severity, table);
                return table.ToString();
        }
    }

    private static void WriteFile(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {exception.Message}");
        }
    }

    private sealed record Request
    {
        public required string[] What { get; init; }

        public required string Format { get; init; }

        public required string? File { get; init; }

        public required ChangeSeverity Severity { get; init; }

        /// <summary>Null: nothing fails.</summary>
        public required ChangeSeverity? FailOn { get; init; }

        public required ComparisonOptions Options { get; init; }
    }
}
