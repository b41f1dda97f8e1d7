using System.CommandLine;

namespace Specwright.Tool.Commands;

/// <summary>The command line as a whole.</summary>
internal static class SpecwrightCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Create().Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            var exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Unusable : exitCode;
        }
        catch (ToolException exception)
        {
            error.WriteLine("specwright: " + exception.Message);
            return ExitCodes.Unusable;
        }
    }

    public static RootCommand Create()
    {
        var root = new RootCommand("Adds, shows, writes and checks what Specwright makes of OpenAPI descriptions.")
        {
            NewCommand.Create(),
            EmitCommand.Create(),
            VerifyCommand.Create(),
            LintCommand.Create(),
            DiffCommand.Create(),
        };
        ExamplesHelpAction.Attach(
            root,
            [
                (ExitCodes.Success, "fine"),
                (ExitCodes.Found, "something was found: errors in a description, files out of date"),
                ExitCodes.UnusableInHelp,
            ],
            ("specwright new acme.openapi.yaml", "add a client for one more API"),
            ("specwright lint specs/acme.openapi.yaml", "print what is odd about a description, line by line"),
            ("specwright emit", "write the generated code of every project under src/"),
            ("specwright verify", "fail where that code is out of date"),
            ("specwright diff origin/main...HEAD", "say what a branch changes for callers of the generated code"));
        return root;
    }
}
