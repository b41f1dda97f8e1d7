using Specwright.Sessions;

namespace Specwright.Tests.Sessions;

public sealed class SingleFlightTests
{
    private readonly SingleFlight<string> _flights = new();

    [Fact]
    public async Task AThousandCallersShareOneWork()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 1000).Select(_ => _flights.RunAsync("k", async _ =>
        {
            Interlocked.Increment(ref runs);
            await gate.Task;
            return "v";
        })).ToArray();
        gate.SetResult();

        var results = await Task.WhenAll(calls);

        Assert.Equal(1, runs);
        Assert.All(results, result => Assert.Equal("v", result.Value));
        Assert.Single(results, result => result.Started);
    }

    [Fact]
    public async Task OneWhoLeavesTakesNobodyWithHim()
    {
        var gate = new TaskCompletionSource<string>();
        using var leaving = new CancellationTokenSource();
        var first = _flights.RunAsync("k", token => gate.Task.WaitAsync(token), leaving.Token);
        var second = _flights.RunAsync("k", _ => throw new InvalidOperationException("joins, does not start"));

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult("v");

        Assert.Equal("v", (await second).Value);
    }

    [Fact]
    public async Task WorkNobodyWaitsForIsCancelledAndTheNextCallerStartsAnew()
    {
        var cancelled = new TaskCompletionSource();
        using var leaving = new CancellationTokenSource();
        var only = _flights.RunAsync("k", async token =>
        {
            token.Register(() => cancelled.SetResult());
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        }, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);

        Assert.Equal("new", (await _flights.RunAsync("k", _ => Task.FromResult("new"))).Value);
        await cancelled.Task;
    }

    [Fact]
    public async Task AFailureReachesAllWaitersAndIsNotKept()
    {
        var gate = new TaskCompletionSource<string>();
        var first = _flights.RunAsync("k", _ => gate.Task);
        var second = _flights.RunAsync("k", _ => gate.Task);
        gate.SetException(new InvalidOperationException("no"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal("v", (await _flights.RunAsync("k", _ => Task.FromResult("v"))).Value);
    }

    [Fact]
    public async Task DifferentKeysDoNotWaitForEachOther()
    {
        var gate = new TaskCompletionSource<string>();
        var slow = _flights.RunAsync("slow", _ => gate.Task);

        Assert.Equal("v", (await _flights.RunAsync("fast", _ => Task.FromResult("v"))).Value);
        gate.SetResult("done");
        Assert.Equal("done", (await slow).Value);
    }
}
