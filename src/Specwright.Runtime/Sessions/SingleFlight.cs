namespace Specwright.Sessions;

/// <summary>Lets callers who want the same thing at the same time share one piece of work.</summary>
/// <typeparam name="T">What the work yields. All callers get the same instance.</typeparam>
public sealed class SingleFlight<T>
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Flight> _flights = new(StringComparer.Ordinal);

    /// <summary>Joins the work under way for the key, or starts it.</summary>
    /// <param name="key">What is wanted.</param>
    /// <param name="work">
    /// Run by the first caller only. Its token is cancelled when no caller waits any longer, never because one of several left.
    /// </param>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    /// <returns>The result, or the exception, of the shared work, and whether this caller started it.</returns>
    public async Task<(T Value, bool Started)> RunAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        Flight? flight;
        bool started;
        lock (_gate)
        {
            started = !_flights.TryGetValue(key, out flight);
            if (flight is null)
            {
                flight = new Flight();
                _flights.Add(key, flight);
                var own = flight;
                // On the thread pool, so that the work never runs under the lock and never on the first caller's synchronization context.
                flight.Task = Task.Run(() => FlyAsync(key, own, work), CancellationToken.None);
            }
            flight.Waiters++;
        }

        try
        {
            return (await flight.Task.WaitAsync(cancellationToken).ConfigureAwait(false), started);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    private async Task<T> FlyAsync(string key, Flight flight, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(flight.Abandoned.Token).ConfigureAwait(false);
        }
        finally
        {
            // Before the task completes: a caller who acts on the result and asks again starts anew.
            Remove(key, flight);
        }
    }

    private void Leave(string key, Flight flight)
    {
        lock (_gate)
        {
            if (--flight.Waiters > 0 || flight.Task.IsCompleted)
            {
                return;
            }
            Remove(key, flight);
        }
        flight.Abandoned.Cancel();
    }

    private void Remove(string key, Flight flight)
    {
        lock (_gate)
        {
            if (_flights.TryGetValue(key, out var current) && ReferenceEquals(current, flight))
            {
                _flights.Remove(key);
            }
        }
    }

    private sealed class Flight
    {
        public Task<T> Task { get; set; } = null!;

        public int Waiters { get; set; }

        // Holds no timer and no registration of ours, so it needs no disposing.
        public CancellationTokenSource Abandoned { get; } = new();
    }
}
