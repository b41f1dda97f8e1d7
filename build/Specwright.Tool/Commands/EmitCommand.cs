using System.CommandLine;
using Specwright.Planning;
using Specwright.Tool.Freshness;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.Commands;

/// <summary><c>specwright emit</c>: writes the generated code beside each project.</summary>
internal static class EmitCommand
{
    public static Command Create()
    {
        var projects = ProjectArguments.Create();
        var command = new Command(
            "emit",
            "Writes the generated code of each project into its folder Generated/, for review, and deletes *.g.cs files there that are no longer generated.")
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
                (ExitCodes.Success, "the files are written, or were fresh already"),
                (ExitCodes.Found, "a description has errors: nothing is written for its project"),
                ExitCodes.UnusableInHelp,
            ],
            ("specwright emit", "every project under src/ of this repository that has OpenApiSpec items"),
            ("specwright emit src/Acme/Acme.csproj", "one project"));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var exitCode = ExitCodes.Success;
        using var progress = new Progress(error);
        foreach (var path in ProjectArguments.Resolve(paths))
        {
            progress.Report("evaluating " + ProjectArguments.DisplayPath(path));
            var project = await ProjectReader.ReadAsync(path, cancellationToken);
            progress.Report($"{project.DisplayName}: {project.Inputs.Count} descriptions");
            var files = ClientSteps.Run(project.Inputs, FileDivision.ForReview, cancellationToken);
            progress.Clear();
            if (FindingPrinter.PrintErrors(project.Inputs, error, cancellationToken))
            {
                // Writing now would delete the code of a client that cannot be generated for the moment.
                error.WriteLine($"{project.DisplayName}: nothing written");
                exitCode = ExitCodes.Found;
                continue;
            }

            var folder = new GeneratedFolder(project.GeneratedFolder);
            var differences = folder.Compare(files);
            folder.Apply(differences);
            Report(project, differences, output);
        }

        return exitCode;
    }

    private static void Report(ClientProject project, IReadOnlyList<FileDifference> differences, TextWriter output)
    {
        foreach (var difference in differences.Where(difference => difference.Kind != DifferenceKind.None))
        {
            output.WriteLine($"{(difference.Kind == DifferenceKind.LeftOver ? "deleted" : "written")}  {project.DisplayPathOf(difference.Name)}");
        }

        var files = differences.Count(difference => difference.Kind != DifferenceKind.LeftOver);
        output.WriteLine($"{project.DisplayName}: {files} files, {differences.Count(difference => difference.Kind != DifferenceKind.None)} changed");
    }
}
