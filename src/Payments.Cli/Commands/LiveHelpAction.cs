using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Payments.Cli;

/// <summary>The library's help, followed by what it cannot know: settings and exit codes.</summary>
internal sealed class LiveHelpAction(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Settings of --live: environment variables, or user secrets of the same names; the environment wins.");
        foreach (var provider in ProviderTable.All)
        {
            Write(output, provider);
        }
        output.WriteLine();
        output.WriteLine(
            """
            Exit codes:
              0    every provider answered; under --live one without any setting does not count unless named by --provider
              1    some failed, or no provider had settings
              2    wrong command line or unreadable settings
              130  ended by Ctrl+C
            """);
        return result;
    }

    private static void Write(TextWriter output, ProviderDescription provider)
    {
        output.WriteLine($"  {provider.Name} ({provider.Title})");
        if (provider.WhyNotLive is { } reason)
        {
            output.WriteLine($"    {reason}");
        }
        foreach (var setting in provider.Settings)
        {
            output.WriteLine($"    {setting.Name,-26}{setting.Need,-10}{setting.Meaning}");
        }
    }
}
