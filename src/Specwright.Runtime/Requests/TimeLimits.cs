namespace Specwright;

/// <summary>
/// The time limits of a client's calls. That of a call which ended in time serves a later one: token source, timer and registrations would be a fifteenth of what a small
/// call allocates.
/// </summary>
/// <remarks>Handlers never see these tokens: <see cref="HttpClient"/> hands them one of its own, which it takes off ours before the call goes on.</remarks>
internal sealed class TimeLimits
{
    private const int MostKept = 32;

    private readonly TimeLimit?[] _kept = new TimeLimit?[MostKept];

    /// <param name="limit">From now on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">Ends the call too.</param>
    public TimeLimit Start(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        // The framework can tell for its own timers only that they did not fire; so those of other clocks are never kept.
        var started = ReferenceEquals(time, TimeProvider.System) ? Take() : null;
        if (started is null)
        {
            started = new TimeLimit(this, limit, time);
        }
        else
        {
            started.Restart(limit);
        }

        started.Follow(caller);
        return started;
    }

    /// <summary>False where so many are kept that this one is not needed.</summary>
    public bool TryKeep(TimeLimit ended)
    {
        foreach (ref var place in _kept.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, ended, null) is null)
            {
                return true;
            }
        }

        return false;
    }

    private TimeLimit? Take()
    {
        foreach (ref var place in _kept.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } taken)
            {
                return taken;
            }
        }

        return null;
    }
}
