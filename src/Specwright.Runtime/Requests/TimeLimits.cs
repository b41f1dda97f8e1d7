namespace Specwright;

/// <summary>
/// The time limits of a client's calls. One timer serves all of them, set for the one that ends first: a timer that is set and taken back for each call would be a third of what a small call costs
/// beyond <see cref="HttpClient"/>'s own. The limit of a call that ended in time serves a later one.
/// </summary>
/// <remarks>Handlers never see these tokens: <see cref="HttpClient"/> hands them one of its own, which it takes off ours before the call goes on.</remarks>
internal sealed class TimeLimits
{
    /// <summary>Calls at the same time; those beyond have a timer each.</summary>
    private const int MostShared = 32;

    private const long Never = long.MaxValue;

    private readonly TimeLimit?[] _shared = new TimeLimit?[MostShared];
    private readonly object _gate = new();
    private Timer? _timer;

    /// <summary>No later than the first deadline of a running call.</summary>
    private long _timerDeadline = Never;

    /// <param name="limit">From now on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">Ends the call too.</param>
    public TimeLimit Start(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        var started = (ReferenceEquals(time, TimeProvider.System) ? StartShared(limit) : null) ?? new TimeLimit(limit, time);
        started.Follow(caller);
        return started;
    }

    /// <summary>No later call gets it.</summary>
    public void Forget(TimeLimit limit)
    {
        var place = Array.IndexOf(_shared, limit);
        Volatile.Write(ref _shared[place], null);
    }

    private TimeLimit? StartShared(TimeSpan limit)
    {
        var deadline = limit == Timeout.InfiniteTimeSpan ? Never : Environment.TickCount64 + (long)Math.Ceiling(limit.TotalMilliseconds);
        if (Take(deadline) is not { } started)
        {
            return null;
        }

        // After the deadline can be seen: either the timer's own look finds it, or it is found here that the timer is not set for it.
        if (deadline < Volatile.Read(ref _timerDeadline))
        {
            SetTimer(deadline);
        }

        return started;
    }

    private TimeLimit? Take(long deadline)
    {
        foreach (ref var place in _shared.AsSpan())
        {
            if (Volatile.Read(ref place) is { } there)
            {
                if (there.TryStart(deadline))
                {
                    return there;
                }
            }
            else
            {
                var added = new TimeLimit(this, deadline);
                if (Interlocked.CompareExchange(ref place, added, null) is null)
                {
                    return added;
                }
            }
        }

        return null;
    }

    private void SetTimer(long deadline)
    {
        lock (_gate)
        {
            if (deadline < _timerDeadline)
            {
                _timer ??= CreateTimer();
                _timerDeadline = deadline;
                _timer.Change(Math.Max(0, deadline - Environment.TickCount64), Timeout.Infinite);
            }
        }
    }

    /// <summary>It must not keep what nobody uses any more in memory until it is due: neither this nor what is in the first caller's execution context.</summary>
    private Timer CreateTimer()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            return new Timer(static limits => (((WeakReference<TimeLimits>)limits!).TryGetTarget(out var there) ? there : null)?.EndDue(), new WeakReference<TimeLimits>(this), Timeout.Infinite, Timeout.Infinite);
        }
    }

    private void EndDue()
    {
        lock (_gate)
        {
            _timerDeadline = Never;
        }

        // Before the deadlines are looked at: a call that begins now sees that no timer is set, or is seen here.
        Interlocked.MemoryBarrier();
        var next = Never;
        foreach (ref var place in _shared.AsSpan())
        {
            if (Volatile.Read(ref place) is { } limit && limit.Deadline is { } deadline)
            {
                if (deadline <= Environment.TickCount64)
                {
                    limit.Pass(deadline);
                }
                else
                {
                    next = Math.Min(next, deadline);
                }
            }
        }

        if (next < Never)
        {
            SetTimer(next);
        }
    }
}
