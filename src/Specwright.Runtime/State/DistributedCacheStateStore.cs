using Microsoft.Extensions.Caching.Distributed;

namespace Specwright.State;

/// <summary>Keeps state in a shared cache, so that a fleet of processes shares one session and one held answer.</summary>
/// <remarks>
/// <para>Values are written as they are. Session tokens lie readable in the cache: give it the protection the tokens need.</para>
/// <para>
/// Leases are best effort: <see cref="IDistributedCache"/> has no compare-and-swap, so a lease is written and read back, and the writer that finds its
/// own mark holds it. Two processes that start within the same few milliseconds can both believe they do. The cost is one login or one balance
/// call too many, never a wrong answer.
/// </para>
/// </remarks>
/// <param name="cache">The shared cache.</param>
/// <param name="timeProvider">Clock of expiry; the system's by default.</param>
public sealed class DistributedCacheStateStore(IDistributedCache cache, TimeProvider? timeProvider = null) : IApiStateStore
{
    private const string ValuePrefix = "specwright:value:";
    private const string LeasePrefix = "specwright:lease:";
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await cache.GetStringAsync(ValuePrefix + key, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(string key, string value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var lifetime = expiresAt - _timeProvider.GetUtcNow();
        if (lifetime <= TimeSpan.Zero)
        {
            // Caches refuse an expiry in the past.
            await RemoveAsync(key, cancellationToken).ConfigureAwait(false);
            return;
        }
        await cache.SetStringAsync(ValuePrefix + key, value, Expiry(lifetime), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await cache.RemoveAsync(ValuePrefix + key, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable?> TryAcquireLeaseAsync(string key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var leaseKey = LeasePrefix + key;
        if (await cache.GetStringAsync(leaseKey, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }
        var mark = Guid.NewGuid().ToString("N");
        await cache.SetStringAsync(leaseKey, mark, Expiry(duration), cancellationToken).ConfigureAwait(false);
        var winner = await cache.GetStringAsync(leaseKey, cancellationToken).ConfigureAwait(false);
        return winner == mark ? new Lease(cache, leaseKey, mark) : null;
    }

    // A span rather than a point in time: the cache measures it by its own clock, which need not agree with ours.
    private static DistributedCacheEntryOptions Expiry(TimeSpan lifetime) => new() { AbsoluteExpirationRelativeToNow = lifetime };

    private sealed class Lease(IDistributedCache cache, string leaseKey, string mark) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (await cache.GetStringAsync(leaseKey).ConfigureAwait(false) == mark)
            {
                await cache.RemoveAsync(leaseKey).ConfigureAwait(false);
            }
        }
    }
}
