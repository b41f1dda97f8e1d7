using System.CommandLine;
using Specwright.Planning;
using Specwright.Tool.Freshness;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright verify</c>: compares the committed generated code with what the generator makes now.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var projects = ProjectArguments.Create();
        var command = new Command(
            "verify",
            "Compares the folder Generated/ of each project byte for byte with what is generated now. Exit code 1: a file is stale, missing or left over.")
        {
            projects,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(projects) ?? [],
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        ExamplesHelpAction.Attach(
            command,
            [
                (ExitCodes.Success, "every file is fresh"),
                (ExitCodes.Found, "a file is stale, missing or left over, or a description has errors"),
                ExitCodes.UnusableInHelp,
            ],
            ("specwright verify", "every project under src/ of this repository that has OpenApiSpec items"),
            ("specwright verify src/Acme", "the project in a folder"));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var stale = new List<string>();
        var hasErrors = false;
        using var progress = new Progress(error);
        foreach (var path in ProjectArguments.Resolve(paths))
        {
            progress.Report("evaluating " + ProjectArguments.DisplayPath(path));
            var project = await ProjectReader.ReadAsync(path, cancellationToken);
            progress.Report($"{project.DisplayName}: {project.Inputs.Count} descriptions");
            var files = ClientSteps.Run(project.Inputs, FileDivision.ForReview, cancellationToken);
            progress.Clear();
            hasErrors |= FindingPrinter.PrintErrors(project.Inputs, error, cancellationToken);
            var differences = new GeneratedFolder(project.GeneratedFolder).Compare(files);
            if (differences.All(difference => difference.Kind == DifferenceKind.None))
            {
                output.WriteLine($"{project.DisplayName}: {differences.Count} files, all fresh");
                continue;
            }

            stale.Add(project.DisplayPath);
            DifferencePrinter.Print(project, differences, error);
        }

        if (stale.Count > 0)
        {
            error.WriteLine($"Renew with: {ProjectArguments.OwnCommand} emit {string.Join(" ", stale)}");
        }

        return stale.Count > 0 || hasErrors ? ExitCodes.Found : ExitCodes.Success;
    }
}
