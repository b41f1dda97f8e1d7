using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Specwright.State;

namespace Specwright.Sessions;

/// <summary>How a <see cref="SharedValue{T}"/> goes into a store and which of two values is the newer.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Serialize">The value as text.</param>
/// <param name="Deserialize">The text as a value; null for text it does not know, which counts as no value.</param>
/// <param name="Order">Grows with newer values; of two the greater stays.</param>
/// <param name="ExpiresAt">When the store drops it, by the local clock.</param>
public sealed record SharedValueFormat<T>(
    Func<T, string> Serialize,
    Func<string, T?> Deserialize,
    Func<T, DateTimeOffset> Order,
    Func<T, DateTimeOffset> ExpiresAt)
    where T : class;

/// <summary>
/// A value that many callers use and one obtains: a session token, a held answer. Callers in this process share one piece of work; processes that share a
/// store share its result, and only the holder of a lease does the work.
/// </summary>
/// <remarks>
/// A store that fails does not fail the call: the process goes on with what it holds itself, and the failure is logged as a warning.
/// </remarks>
/// <typeparam name="T">An immutable class.</typeparam>
public sealed class SharedValue<T>
    where T : class
{
    // How long a process waits before it looks again whether another one has finished. Short beside any login.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly SingleFlight<Outcome> _flights = new();
    private readonly SemaphoreSlim _storeWrites = new(1, 1);
    private readonly object _gate = new();
    private readonly string _key;
    private readonly IApiStateStore _store;
    private readonly SharedValueFormat<T> _format;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _leaseDuration;
    private readonly ILogger _logger;
    private T? _held;

    /// <summary>A value under a key of a store; nothing is read before it is wanted.</summary>
    /// <param name="key">From <see cref="StateKey"/>: no secret.</param>
    /// <param name="store">Shared with other processes, or this process's own.</param>
    /// <param name="format">Text form and order of values.</param>
    /// <param name="timeProvider">Clock of waiting.</param>
    /// <param name="leaseDuration">Longer than the work usually takes; after it another process may do the work as well.</param>
    /// <param name="logger">Gets a warning when the store fails.</param>
    public SharedValue(string key, IApiStateStore store, SharedValueFormat<T> format, TimeProvider timeProvider, TimeSpan leaseDuration, ILogger? logger = null)
    {
        _key = key;
        _store = store;
        _format = format;
        _timeProvider = timeProvider;
        _leaseDuration = leaseDuration;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>The newest value this process knows, good or not; null before the first.</summary>
    public T? Held => Volatile.Read(ref _held);

    /// <summary>A value that satisfies, from this process, from the store, or newly made.</summary>
    /// <param name="isAcceptable">
    /// Whether a value that was there already will do. A newly made one is returned without asking, so that a value that is short-lived by nature does
    /// not lead to endless work.
    /// </param>
    /// <param name="produce">Makes a new value. Run once however many callers wait; its failure reaches all of them.</param>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    public async Task<T> ObtainAsync(Func<T, bool> isAcceptable, Func<CancellationToken, Task<T>> produce, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isAcceptable);
        ArgumentNullException.ThrowIfNull(produce);
        while (true)
        {
            if (Held is { } held && isAcceptable(held))
            {
                return held;
            }
            var (outcome, started) = await _flights
                .RunAsync(_key, token => FindOrProduceAsync(isAcceptable, produce, token), cancellationToken)
                .ConfigureAwait(false);
            // Work that another caller started may have ended with a value that was good enough for that caller only.
            if (started || outcome.IsNew || isAcceptable(outcome.Value))
            {
                return outcome.Value;
            }
        }
    }

    /// <summary>Takes a value that came by the way, unless a newer one is held: a late answer never puts an older value back.</summary>
    /// <returns>Whether it was taken.</returns>
    public async ValueTask<bool> OfferAsync(T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_gate)
        {
            if (_held is not null && _format.Order(value) <= _format.Order(_held))
            {
                return false;
            }
            _held = value;
        }
        await StoreHeldAsync(static _ => false, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<Outcome> FindOrProduceAsync(Func<T, bool> isAcceptable, Func<CancellationToken, Task<T>> produce, CancellationToken cancellationToken)
    {
        var waitUntil = _timeProvider.GetUtcNow() + _leaseDuration;
        while (true)
        {
            if (await FindAsync(isAcceptable, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return new Outcome(found, IsNew: false);
            }
            var (lease, isFree) = await TryAcquireLeaseAsync(cancellationToken).ConfigureAwait(false);
            if (!isFree && _timeProvider.GetUtcNow() < waitUntil)
            {
                await Task.Delay(PollInterval, _timeProvider, cancellationToken).ConfigureAwait(false);
                continue;
            }
            try
            {
                // Between the look into the store and the lease another process may have finished.
                return await FindAsync(isAcceptable, cancellationToken).ConfigureAwait(false) is { } foundLate
                    ? new Outcome(foundLate, IsNew: false)
                    : new Outcome(await ProduceAsync(isAcceptable, produce, cancellationToken).ConfigureAwait(false), IsNew: true);
            }
            finally
            {
                await ReleaseAsync(lease).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<T?> FindAsync(Func<T, bool> isAcceptable, CancellationToken cancellationToken)
    {
        if (Held is { } held && isAcceptable(held))
        {
            return held;
        }
        if (await ReadStoreAsync(cancellationToken).ConfigureAwait(false) is not { } stored || !isAcceptable(stored))
        {
            return null;
        }
        return Adopt(stored, isAcceptable);
    }

    private async Task<T> ProduceAsync(Func<T, bool> isAcceptable, Func<CancellationToken, Task<T>> produce, CancellationToken cancellationToken)
    {
        var value = Adopt(await produce(cancellationToken).ConfigureAwait(false), isAcceptable);
        await StoreHeldAsync(stored => !isAcceptable(stored), cancellationToken).ConfigureAwait(false);
        return value;
    }

    // The held value stays when it came in the meantime, is good and is the newer.
    private T Adopt(T value, Func<T, bool> isAcceptable)
    {
        lock (_gate)
        {
            if (_held is null || !isAcceptable(_held) || _format.Order(value) >= _format.Order(_held))
            {
                _held = value;
            }
            return _held;
        }
    }

    private async ValueTask<T?> ReadStoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _store.GetAsync(_key, cancellationToken).ConfigureAwait(false) is { } text ? _format.Deserialize(text) : null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailure(exception);
            return null;
        }
    }

    // One writer at a time, and always what is held by then: two answers that race must not leave the older one in the store.
    private async ValueTask StoreHeldAsync(Func<T, bool> isWorthless, CancellationToken cancellationToken)
    {
        await _storeWrites.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var held = Held!;
            if (await ReadStoreAsync(cancellationToken).ConfigureAwait(false) is { } stored && !isWorthless(stored)
                && _format.Order(stored) > _format.Order(held))
            {
                return;
            }
            await _store.SetAsync(_key, _format.Serialize(held), _format.ExpiresAt(held), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailure(exception);
        }
        finally
        {
            _storeWrites.Release();
        }
    }

    // A store that fails gives no lease and no news of another holder: go on alone.
    private async ValueTask<(IAsyncDisposable? Lease, bool IsFree)> TryAcquireLeaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            var lease = await _store.TryAcquireLeaseAsync(_key, _leaseDuration, cancellationToken).ConfigureAwait(false);
            return (lease, lease is not null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailure(exception);
            return (null, true);
        }
    }

    private async ValueTask ReleaseAsync(IAsyncDisposable? lease)
    {
        try
        {
            if (lease is not null)
            {
                await lease.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // The lease ends by itself.
            LogStoreFailure(exception);
        }
    }

    // The exception's type only: a cache client may name its connection string in the message.
    private void LogStoreFailure(Exception exception)
        => _logger.LogWarning("The state store failed for {Key} ({Exception}); this process goes on with its own state.", _key, exception.GetType().Name);

    private sealed record Outcome(T Value, bool IsNew)
    {
        // The value may be a secret.
        public override string ToString() => nameof(Outcome);
    }
}
