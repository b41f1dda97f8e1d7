using System.Globalization;
using Spectre.Console;

namespace Payments.Cli;

/// <summary>Writes one snapshot after the other in the form that was asked for.</summary>
internal sealed class ReportWriter(CommandEnvironment environment, BalancesOptions options)
{
    private int _written;

    public void Write(BalanceSnapshot snapshot)
    {
        if (options.IsJson)
        {
            environment.Output.Write(BalanceJson.Write(snapshot, isIndented: options.Watch is null) + "\n");
        }
        else
        {
            BeginRound(snapshot);
            new BalanceTable(environment).Write(snapshot);
        }
        environment.Output.Flush();
        _written++;
    }

    private void BeginRound(BalanceSnapshot snapshot)
    {
        if (options.Watch is not { } pause)
        {
            return;
        }
        if (environment.IsOutputInteractive)
        {
            ConsoleFactory.Create(environment.Output, environment.OutputAnsi, environment.Width).Clear();
        }
        else if (_written > 0)
        {
            environment.Output.WriteLine();
        }
        environment.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, again every {pause.TotalSeconds:0.###} s, Ctrl+C ends"));
    }
}
