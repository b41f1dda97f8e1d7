namespace Specwright.State;

/// <summary>Keeps state in this process. Leases are exact here.</summary>
/// <param name="timeProvider">Clock of expiry.</param>
public sealed class MemoryStateStore(TimeProvider timeProvider) : IApiStateStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Entry> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _leases = new(StringComparer.Ordinal);

    /// <summary>A store on the system's clock.</summary>
    public MemoryStateStore()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(Live(_values, key)?.Value);
        }
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(string key, string value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _values[key] = new Entry(value, expiresAt);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _values.Remove(key);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable?> TryAcquireLeaseAsync(string key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (Live(_leases, key) is not null)
            {
                return ValueTask.FromResult<IAsyncDisposable?>(null);
            }
            var entry = new Entry("", timeProvider.GetUtcNow() + duration);
            _leases[key] = entry;
            return ValueTask.FromResult<IAsyncDisposable?>(new Lease(this, key, entry));
        }
    }

    private Entry? Live(Dictionary<string, Entry> entries, string key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return null;
        }
        if (entry.ExpiresAt > timeProvider.GetUtcNow())
        {
            return entry;
        }
        entries.Remove(key);
        return null;
    }

    private void Release(string key, Entry entry)
    {
        lock (_gate)
        {
            // The lease may have ended by itself and belong to another holder now.
            if (_leases.TryGetValue(key, out var current) && ReferenceEquals(current, entry))
            {
                _leases.Remove(key);
            }
        }
    }

    // A class, so that a lease is told from a later one by reference. Its value may be a secret: no record, whose ToString() would show it.
    private sealed class Entry(string value, DateTimeOffset expiresAt)
    {
        public string Value { get; } = value;

        public DateTimeOffset ExpiresAt { get; } = expiresAt;
    }

    private sealed class Lease(MemoryStateStore store, string key, Entry entry) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            store.Release(key, entry);
            return ValueTask.CompletedTask;
        }
    }
}
