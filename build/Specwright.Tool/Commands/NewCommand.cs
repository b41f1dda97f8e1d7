using System.CommandLine;
using Specwright.Tool.New;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright new</c>: a client for one more API, from a description or from a name.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source")
        {
            Description = "A description (OpenAPI 3.x or Swagger 2.0, YAML or JSON): a file, or an https address. Or a name such as acme-pay: a description to be filled by hand, for providers who publish none.",
            HelpName = "file, address or name",
        };
        var name = new Option<string?>("--name") { Description = "Name of the files in specs/ and, in C# spelling, of the client. Default: from the file name, or from the title where that says nothing.", HelpName = "name" };
        var project = new Option<string?>("--project") { Description = "The project that gets the client. Default: the one in the current folder, or the only one under src/ that has descriptions already, or the only one.", HelpName = "project" };
        var tests = new Option<string?>("--tests") { Description = "The test project (xunit). Default: <project>.Tests, or the only one that references the project; without any, tests/<project>.Tests is made.", HelpName = "project" };
        var noTest = new Option<bool>("--no-test") { Description = "Makes no test." };
        var ns = new Option<string?>("--namespace") { Description = "C# namespace. Default: root namespace of the project, then the client's name.", HelpName = "namespace" };
        var specs = new Option<string?>("--specs") { Description = "Folder for descriptions. Default: specs/ at the root of the repository or solution.", HelpName = "folder" };
        var origin = new Option<string?>("--origin") { Description = "Where the description comes from, for the record in specs/README.md. Default: the address, or the file's name.", HelpName = "address" };
        var licence = new Option<string?>("--licence") { Description = "The description's licence, for the record. Default: what the description states.", HelpName = "licence" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done and writes nothing." };
        var force = new Option<bool>("--force") { Description = "Replaces files of the same name. Lines added to projects and to specs/README.md never replace anything else; an overlay that is there stays." };
        var command = new Command(
            "new",
            "Adds a client: the description with its origin in specs/, a starting overlay, the item in the project, the half written by hand with its hooks and registration, and a test. Says what it understood.")
        {
            source, name, project, tests, noTest, ns, specs, origin, licence, dryRun, force,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new NewRequest
            {
                Source = parsed.GetRequiredValue(source),
                Name = parsed.GetValue(name),
                Project = parsed.GetValue(project),
                Tests = parsed.GetValue(tests),
                HasNoTest = parsed.GetValue(noTest),
                Namespace = parsed.GetValue(ns),
                Specs = parsed.GetValue(specs),
                Origin = parsed.GetValue(origin),
                Licence = parsed.GetValue(licence),
                IsDryRun = parsed.GetValue(dryRun),
                IsForced = parsed.GetValue(force),
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        ExamplesHelpAction.Attach(
            command,
            [
                (ExitCodes.Success, "the client is there"),
                (ExitCodes.Found, "the description has errors: nothing was written"),
                (ExitCodes.Unusable, "the command could not work, or files would have been replaced: nothing was written"),
            ],
            ("specwright new acme.openapi.yaml --origin https://docs.acme.example/api", "a file from the provider, into the project found here"),
            ("specwright new https://api.acme.example/openapi.json --name acme", "fetched once, now; nothing else ever is"),
            ("specwright new acme-pay --project src/Shop --namespace Shop.AcmePay", "no description is published: a skeleton to fill by hand"),
            ("specwright new acme.openapi.yaml --dry-run", "what is in it, and what would be written"));
        return command;
    }

    private static async Task<int> RunAsync(NewRequest request, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var progress = new Progress(error);
        var client = await NewClient.PrepareAsync(request, progress, cancellationToken);
        progress.Clear();
        var printer = new UnderstandingPrinter(output, TextStyle.Of(output));
        printer.Print(client);
        if (client.Changes.All.Count == 0)
        {
            error.WriteLine("nothing written: no client can be generated from this description");
            return ExitCodes.Found;
        }

        if (!request.IsForced && client.Changes.Conflicts is { Count: > 0 } conflicts)
        {
            throw new ToolException($"nothing written, these files are there with other contents (--force replaces them): {string.Join(", ", conflicts.Select(ProjectArguments.DisplayPath))}");
        }

        if (!request.IsDryRun)
        {
            client.Changes.Write();
            await AddToSolutionAsync(client, progress, cancellationToken);
        }

        progress.Clear();
        printer.PrintChanges(client.Changes, request.IsDryRun);
        printer.PrintNext(client);
        return ExitCodes.Success;
    }

    private static async Task AddToSolutionAsync(NewClient client, Progress progress, CancellationToken cancellationToken)
    {
        if (client.Tests is { IsNew: true } tests && Solutions(ProjectDiscovery.RootOf(client.Project)) is [var solution])
        {
            progress.Report("adding the tests to " + ProjectArguments.DisplayPath(solution));
            var (exitCode, answer) = await DotnetProcess.RunAsync(["sln", solution, "add", tests.Path], cancellationToken);
            if (exitCode != 0)
            {
                throw new ToolException($"everything is written, but the tests could not be added to {ProjectArguments.DisplayPath(solution)}:\n{answer.Trim()}");
            }
        }
    }

    private static string[] Solutions(string root) => [.. Directory.GetFiles(root, "*.sln").Concat(Directory.GetFiles(root, "*.slnx")).Distinct()];
}
