using Payments.Balances;
using static Payments.Cli.Rows;

namespace Payments.Cli;

public sealed class WaitingTests
{
    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource<IReadOnlyList<AccountBalance>> _answer = new();

    [Fact]
    public async Task ProviderThatDoesNotHeedItsToken_StillEndsAtTheTimeout()
    {
        var run = new CommandRun { Time = _time, OpenSession = new ScriptedSession().Asking(ProviderTable.Juspay, _ => _answer.Task).Open };

        var running = run.ExecuteAsync("--timeout", "7");
        await _time.TimerOfAsync(TimeSpan.FromSeconds(7));
        _time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(ExitCode.SomeFailed, await running);
        Assert.Contains("failed: No answer within 7 s.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsStillAwaited_IsToldOnceAndOnlyWhenItTakesLong()
    {
        var run = new CommandRun
        {
            Time = _time,
            OpenSession = new ScriptedSession()
                .Asking(ProviderTable.Juspay, _ => _answer.Task)
                .Asking(ProviderTable.Account, _ => _answer.Task)
                .Open,
        };

        var running = run.ExecuteAsync();
        await _time.TimerOfAsync(TimeSpan.FromSeconds(3));
        Assert.Empty(run.Error);
        _time.Advance(TimeSpan.FromSeconds(3));
        await run.ErrorLine;
        _answer.SetResult([Row("a", "INR", 1m, 0m, 1m)]);

        Assert.Equal(ExitCode.Succeeded, await running);
        Assert.Equal("waiting for juspay, account\n", run.Error);
    }

    [Fact]
    public async Task Watch_AsksAgainAfterThePauseUntilInterrupted()
    {
        var asked = 0;
        using var interrupt = new CancellationTokenSource();
        var run = new CommandRun
        {
            Time = _time,
            OpenSession = new ScriptedSession().Asking(
                ProviderTable.Cashfree, _ => Task.FromResult<IReadOnlyList<AccountBalance>>([Row("a", "INR", ++asked, 0m, asked)])).Open,
        };

        var running = run.ExecuteAsync(interrupt.Token, "--watch", "45", "--json");
        for (var round = 1; round <= 3; round++)
        {
            await _time.TimerOfAsync(TimeSpan.FromSeconds(45));
            Assert.Equal(round, run.OutputLines.Count);
            if (round < 3)
            {
                _time.Advance(TimeSpan.FromSeconds(45));
            }
        }
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await running);
        Assert.Equal(3, asked);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task InterruptedWhileAsking_EndsWith130AndNoComplaint()
    {
        using var interrupt = new CancellationTokenSource();
        var run = new CommandRun
        {
            Time = _time,
            OpenSession = new ScriptedSession().Asking(ProviderTable.Juspay, async token =>
            {
                await interrupt.CancelAsync();
                token.ThrowIfCancellationRequested();
                return [];
            }).Open,
        };

        Assert.Equal(ExitCode.Interrupted, await run.ExecuteAsync(interrupt.Token));
        Assert.Empty(run.Everything);
    }
}
