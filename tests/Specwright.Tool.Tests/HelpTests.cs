using Specwright.Tool.Commands;

namespace Specwright.Tool;

/// <summary>Every command there is, so that one added later is asked as well.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => ["", .. SpecwrightCommand.Create().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_ShowsExitCodesAndExamplesOfTheCommand(string command)
    {
        var run = await ToolRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches($"\nExit codes:\n  0  .*\n  1  .*\n  2  .*\n\nExamples:\n  specwright {command}", run.Output);
    }
}
