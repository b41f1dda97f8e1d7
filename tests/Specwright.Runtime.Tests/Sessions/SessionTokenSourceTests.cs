using Specwright.Sessions;
using Specwright.State;
using Specwright.Testing;

namespace Specwright.Tests.Sessions;

public sealed class SessionTokenSourceTests
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private readonly ManualTimeProvider _clock = new();
    private int _logIns;

    private SessionTokenSource Create(IApiStateStore? store = null) => new("session:test", store ?? new MemoryStateStore(_clock), _clock, Margin);

    private SessionToken Token(string value, double seconds = 360)
        => new(value, _clock.GetUtcNow().AddSeconds(seconds), _clock.GetUtcNow());

    private Task<SessionToken> LogIn(CancellationToken _) => Task.FromResult(Token("token-" + Interlocked.Increment(ref _logIns)));

    [Fact]
    public async Task AThousandCallersCauseOneLogIn()
    {
        var source = Create();
        var gate = new TaskCompletionSource();
        async Task<SessionToken> Slow(CancellationToken token)
        {
            await gate.Task;
            return await LogIn(token);
        }
        var calls = Enumerable.Range(0, 1000).Select(_ => source.GetAsync(Slow).AsTask()).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("token-1", token.Value));
        Assert.Equal(1, _logIns);
    }

    [Fact]
    public async Task ALoginThatHangsIsGivenUpBeforeAnotherProcessMayLogIn()
    {
        var store = new MemoryStateStore(_clock);
        var source = Create(store);
        var call = source.GetAsync(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Token("never");
        }).AsTask();
        await _clock.TimersStartedAsync(1);

        _clock.Advance(TimeSpan.FromSeconds(28));

        Assert.Equal("the login gave no session token within 28 s", (await Assert.ThrowsAsync<ApiException>(() => call)).Message);
        Assert.Equal("token-1", (await Create(store).GetAsync(LogIn)).Value);
    }

    [Fact]
    public async Task ATokenIsUsedUntilTheMarginBeforeItsEnd()
    {
        var source = Create();
        await source.GetAsync(LogIn);

        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal("token-1", (await source.GetAsync(LogIn)).Value);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", (await source.GetAsync(LogIn)).Value);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", -10)]
    [InlineData("0001-01-01T00:00:00Z", 10)]
    [InlineData("9999-12-31T23:59:59Z", long.MinValue / 10_000_000)]
    public void AnEndBeyondTheCalendarIsItsLastOrFirstMoment(string expiresAt, long offsetSeconds)
    {
        var token = new SessionToken("t", DateTimeOffset.Parse(expiresAt, System.Globalization.CultureInfo.InvariantCulture), _clock.GetUtcNow(), new TimeSpan(offsetSeconds * TimeSpan.TicksPerSecond));

        Assert.Equal(offsetSeconds < 0, token.RenewAt(Margin) > _clock.GetUtcNow());
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(-3600, -3600)]
    [InlineData(86400, 86400)]
    [InlineData(86401, 0)]
    [InlineData(-1e10, 0)]
    [InlineData(2.5e11, 0)]
    public void ADateThatNoClockWouldShowIsNotBelieved(double seconds, double offsetSeconds)
        => Assert.Equal(
            TimeSpan.FromSeconds(offsetSeconds),
            ServerClock.OffsetOf(_clock.GetUtcNow().AddSeconds(seconds), _clock.GetUtcNow(), TimeSpan.FromSeconds(5)));

    [Fact]
    public async Task ATokenShorterThanTheMarginIsStillUsedForHalfItsLife()
    {
        var source = Create();
        Task<SessionToken> Short(CancellationToken _) => Task.FromResult(Token("token-" + ++_logIns, 30));
        await source.GetAsync(Short);

        _clock.Advance(TimeSpan.FromSeconds(14));
        await source.GetAsync(Short);
        Assert.Equal(1, _logIns);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await source.GetAsync(Short);
        Assert.Equal(2, _logIns);
    }

    [Fact]
    public async Task TheServersClockIsTranslatedIntoOurs()
    {
        var source = Create();
        // The server is 10 minutes ahead and gives 6 minutes.
        Task<SessionToken> Ahead(CancellationToken _)
        {
            _logIns++;
            return Task.FromResult(new SessionToken("t", _clock.GetUtcNow().AddMinutes(16), _clock.GetUtcNow(), TimeSpan.FromMinutes(10)));
        }
        await source.GetAsync(Ahead);
        _clock.Advance(TimeSpan.FromSeconds(301));
        await source.GetAsync(Ahead);

        Assert.Equal(2, _logIns);
    }

    [Fact]
    public async Task ALateAnswerNeverPutsAnOlderTokenBack()
    {
        var source = Create();
        await source.GetAsync(LogIn);

        Assert.True(await source.OfferAsync(Token("newest", 900)));
        Assert.False(await source.OfferAsync(Token("late", 800)));
        Assert.Equal("newest", (await source.GetAsync(LogIn)).Value);
    }

    [Fact]
    public async Task ManyRefusalsOfOneTokenCauseOneLogIn()
    {
        var source = Create();
        var refused = await source.GetAsync(LogIn);

        var replaced = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => source.ReplaceAsync(refused, LogIn)));

        Assert.All(replaced, token => Assert.Equal("token-2", token.Value));
        Assert.Equal(2, _logIns);
    }

    [Fact]
    public async Task ARefusedTokenIsNotTakenBackWhenALateAnswerOffersIt()
    {
        var source = Create();
        var refused = await source.GetAsync(LogIn);
        await source.ReplaceAsync(refused, LogIn);

        Assert.False(await source.OfferAsync(new SessionToken(refused.Value, _clock.GetUtcNow().AddDays(1), _clock.GetUtcNow())));
        Assert.Equal("token-2", (await source.GetAsync(LogIn)).Value);
    }

    [Fact]
    public async Task TwoProcessesOverOneStoreShareASession()
    {
        var store = new MemoryStateStore(_clock);
        var first = await Create(store).GetAsync(LogIn);
        var second = await Create(store).GetAsync(LogIn);

        Assert.Equal(1, _logIns);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(first.ExpiresAt, second.ExpiresAt);
    }

    [Fact]
    public async Task AProcessWaitsWhileAnotherOneLogsIn()
    {
        var store = new MemoryStateStore(_clock);
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var first = Create(store).GetAsync(async token =>
        {
            started.SetResult();
            await gate.Task;
            return await LogIn(token);
        }).AsTask();
        await started.Task;
        var second = Create(store).GetAsync(LogIn).AsTask();
        await _clock.TimersStartedAsync(1);

        gate.SetResult();
        await first;
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal("token-1", (await second).Value);
        Assert.Equal(1, _logIns);
    }

    [Fact]
    public async Task AProcessThatDiedUnderItsLeaseBlocksNobodyForEver()
    {
        var store = new MemoryStateStore(_clock);
        await store.TryAcquireLeaseAsync("session:test", TimeSpan.FromSeconds(30));
        var call = Create(store).GetAsync(LogIn).AsTask();
        await _clock.TimersStartedAsync(1);

        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("token-1", (await call).Value);
    }

    [Fact]
    public async Task AStoreThatFailsDoesNotFailTheCall()
    {
        var source = Create(new BrokenStore());

        Assert.Equal("token-1", (await source.GetAsync(LogIn)).Value);
        Assert.Equal("token-1", (await source.GetAsync(LogIn)).Value);
    }

    [Fact]
    public async Task AFailedLogInReachesTheCallerAndIsTriedAgainByTheNext()
    {
        var source = Create();

        await Assert.ThrowsAsync<InvalidOperationException>(() => source.GetAsync(_ => throw new InvalidOperationException("wrong secret")).AsTask());
        Assert.Equal("token-1", (await source.GetAsync(LogIn)).Value);
    }

    [Fact]
    public void ATokenDoesNotShowItsText() => Assert.DoesNotContain("planted", Token("planted").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2 whatever")]
    [InlineData("1 99999999999999999999 0 0 x")]
    [InlineData("")]
    public async Task AStoreTextOfAnotherVersionIsNoToken(string text)
    {
        var store = new MemoryStateStore(_clock);
        await store.SetAsync("session:test", text, _clock.GetUtcNow().AddDays(1));

        Assert.Equal("token-1", (await Create(store).GetAsync(LogIn)).Value);
    }

    private sealed class BrokenStore : IApiStateStore
    {
        public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken = default) => throw new IOException("cache down");

        public ValueTask SetAsync(string key, string value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) => throw new IOException("cache down");

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => throw new IOException("cache down");

        public ValueTask<IAsyncDisposable?> TryAcquireLeaseAsync(string key, TimeSpan duration, CancellationToken cancellationToken = default) => throw new IOException("cache down");
    }
}
