using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace Payments.Cli;

/// <summary>One run of the command in this process.</summary>
internal sealed class CommandRun
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly TextWriter _safeOutput;
    private readonly TextWriter _safeError;

    public CommandRun()
    {
        _safeOutput = TextWriter.Synchronized(_output);
        _safeError = TextWriter.Synchronized(_error);
    }

    /// <summary>What <c>--live</c> finds in the environment.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public Action<IConfigurationBuilder>? AddSettings { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public OpenBalanceSession? OpenSession { get; init; }

    public AnsiSupport Ansi { get; init; } = AnsiSupport.No;

    public int Width { get; init; } = CommandEnvironment.UnlimitedWidth;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Everything => Output + Error;

    public IReadOnlyList<string> OutputLines => Output.TrimEnd('\n').Split('\n');

    public Task<int> ExecuteAsync(params string[] args) => ExecuteAsync(CancellationToken.None, args);

    public Task<int> ExecuteAsync(CancellationToken cancellationToken, params string[] args)
    {
        var environment = new CommandEnvironment
        {
            Output = _safeOutput,
            Error = _safeError,
            OutputAnsi = Ansi,
            Width = Width,
            TimeProvider = Time,
            AddSettings = AddSettings ?? (builder => builder.AddInMemoryCollection(Settings)),
        };
        return BalancesCommand.RunAsync(args, OpenSession is null ? environment : environment with { OpenSession = OpenSession }, cancellationToken);
    }
}
