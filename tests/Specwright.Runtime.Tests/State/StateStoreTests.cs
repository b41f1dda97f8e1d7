using Microsoft.Extensions.Caching.Distributed;
using Specwright.State;
using Specwright.Testing;

namespace Specwright.Tests.State;

public sealed class StateStoreTests
{
    private readonly ManualTimeProvider _clock = new();

    private IApiStateStore Create(string kind) => kind == "memory"
        ? new MemoryStateStore(_clock)
        : new DistributedCacheStateStore(new ManualCache(_clock), _clock);

    [Theory]
    [InlineData("memory")]
    [InlineData("cache")]
    public async Task AValueIsThereUntilItExpires(string kind)
    {
        var store = Create(kind);
        await store.SetAsync("k", "v", _clock.GetUtcNow().AddSeconds(10));

        Assert.Equal("v", await store.GetAsync("k"));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("v", await store.GetAsync("k"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await store.GetAsync("k"));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("cache")]
    public async Task AValueThatHasExpiredAlreadyIsNotKept(string kind)
    {
        var store = Create(kind);
        await store.SetAsync("k", "old", _clock.GetUtcNow().AddMinutes(1));
        await store.SetAsync("k", "v", _clock.GetUtcNow().AddSeconds(-1));

        Assert.Null(await store.GetAsync("k"));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("cache")]
    public async Task ARemovedValueIsGone(string kind)
    {
        var store = Create(kind);
        await store.SetAsync("k", "v", _clock.GetUtcNow().AddMinutes(1));
        await store.RemoveAsync("k");
        await store.RemoveAsync("never set");

        Assert.Null(await store.GetAsync("k"));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("cache")]
    public async Task OneHolderHasALeaseAtATime(string kind)
    {
        var store = Create(kind);
        var lease = await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30));

        Assert.NotNull(lease);
        Assert.Null(await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30)));
        Assert.NotNull(await store.TryAcquireLeaseAsync("other", TimeSpan.FromSeconds(30)));
        await lease.DisposeAsync();
        Assert.NotNull(await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("cache")]
    public async Task ALeaseEndsByItselfAndItsLateReleaseDoesNotTakeTheNextHoldersAway(string kind)
    {
        var store = Create(kind);
        var first = await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(31));
        var second = await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30));

        Assert.NotNull(second);
        await first!.DisposeAsync();
        Assert.Null(await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task OfTwoWhoWriteALeaseAtOnceOnlyTheLastWriterHoldsIt()
    {
        var cache = new ManualCache(_clock);
        var store = new DistributedCacheStateStore(cache, _clock);
        // The other process writes its mark between our write and our reading back.
        cache.AfterSet = () => cache.Set("specwright:lease:k", "another process"u8.ToArray(), new());

        Assert.Null(await store.TryAcquireLeaseAsync("k", TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void AKeyShowsThePurposeAndHidesTheParts()
    {
        var key = StateKey.Create("cashfree-session", "https://payout-api.example", "client-id-7");

        Assert.Matches("^cashfree-session:[0-9a-f]{64}$", key);
        Assert.Equal(key, StateKey.Create("cashfree-session", "https://payout-api.example", "client-id-7"));
    }

    [Fact]
    public void KeysTellWhereOnePartEnds()
    {
        Assert.NotEqual(StateKey.Create("p", "ab", "c"), StateKey.Create("p", "a", "bc"));
        Assert.NotEqual(StateKey.Create("p", "a", null), StateKey.Create("p", "a", ""));
    }

    private sealed class ManualCache(ManualTimeProvider clock) : IDistributedCache
    {
        private readonly Dictionary<string, (byte[] Value, DateTimeOffset Until)> _entries = [];

        public Action? AfterSet { get; set; }

        public byte[]? Get(string key) => _entries.TryGetValue(key, out var entry) && entry.Until > clock.GetUtcNow() ? entry.Value : null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
            => _entries[key] = (value, clock.GetUtcNow() + (options.AbsoluteExpirationRelativeToNow ?? TimeSpan.FromDays(1)));

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            AfterSet?.Invoke();
            return Task.CompletedTask;
        }

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => _entries.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }
    }
}
