using Specwright.Tool.Commands;

// Some tests change the current folder, of which a process has one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Specwright.Tool;

/// <summary>One call of the tool, in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static async Task<ToolRun> Of(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var exitCode = await SpecwrightCommand.RunAsync(arguments, output, error);
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public static async Task<ToolRun> In(string folder, params string[] arguments)
    {
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder);
        try
        {
            return await Of(arguments);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }
}
