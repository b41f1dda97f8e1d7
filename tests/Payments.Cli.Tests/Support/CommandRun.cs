using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace Payments.Cli;

/// <summary>One run of the command in this process.</summary>
internal sealed class CommandRun
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly NotingWriter _error = new() { NewLine = "\n" };
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

    /// <summary>Done when standard error has its first line.</summary>
    public Task ErrorLine => _error.Line;

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

    private sealed class NotingWriter : StringWriter
    {
        private readonly TaskCompletionSource _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Line => _line.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _line.TrySetResult();
        }
    }
}
