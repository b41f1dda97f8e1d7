using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Specwright.Tool.Commands;

/// <summary>The usual help with exit codes and examples under it.</summary>
internal sealed class ExamplesHelpAction(HelpAction usual, IReadOnlyList<(int Code, string Meaning)> exitCodes, IReadOnlyList<(string Command, string Purpose)> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void Attach(Command command, IReadOnlyList<(int Code, string Meaning)> exitCodes, params (string Command, string Purpose)[] examples)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new ExamplesHelpAction(help.Action as HelpAction ?? new HelpAction(), exitCodes, examples);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in exitCodes)
        {
            output.WriteLine($"  {code}  {meaning}");
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var (command, purpose) in examples)
        {
            output.WriteLine($"  {command}");
            output.WriteLine($"      {purpose}");
        }

        output.WriteLine();
        return exitCode;
    }
}
