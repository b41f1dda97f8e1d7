namespace Specwright;

/// <summary>Ends one call, when its time has passed or its caller gives it up. Disposing it ends the limit; where <see cref="TimeLimits"/> made it, a later call may get it.</summary>
internal sealed class TimeLimit : IDisposable
{
    private const long Idle = 0;
    private const long Passed = -1;

    private readonly CancellationTokenSource _source;
    private readonly TimeLimits? _owner;
    private CancellationTokenRegistration _caller;

    /// <summary>In milliseconds of <see cref="Environment.TickCount64"/> while a call runs. Whoever changes it decides: the call that begins or ends, or the clock that ends it.</summary>
    private long _deadline;

    /// <summary>A limit with a timer of its own, for one call.</summary>
    public TimeLimit(TimeSpan limit, TimeProvider time) => _source = new(limit, time);

    /// <summary>A running limit that its owner ends.</summary>
    public TimeLimit(TimeLimits owner, long deadline)
    {
        _source = new();
        _owner = owner;
        _deadline = deadline;
    }

    public CancellationToken Token => _source.Token;

    /// <summary>By time or by the caller.</summary>
    public bool HasEnded => _source.IsCancellationRequested;

    /// <summary>Set by the call when nothing of it, such as an open body, may still look at the token: only then a later call gets it.</summary>
    public bool IsFree { get; set; }

    /// <summary>When it ends; null while no call runs.</summary>
    public long? Deadline => Volatile.Read(ref _deadline) is > Idle and var deadline ? deadline : null;

    /// <summary>Begins anew for a later call; false where a call runs.</summary>
    public bool TryStart(long deadline)
    {
        if (Interlocked.CompareExchange(ref _deadline, deadline, Idle) != Idle)
        {
            return false;
        }

        IsFree = false;
        return true;
    }

    /// <summary>Follows a caller's token as well, until it is disposed.</summary>
    public void Follow(CancellationToken caller)
        => _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    /// <summary>Ends the call that has this deadline, unless it has ended meanwhile.</summary>
    public void Pass(long deadline)
    {
        if (Interlocked.CompareExchange(ref _deadline, Passed, deadline) == deadline)
        {
            // What hears of it may take its time, and other limits wait.
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _source, preferLocal: false);
        }
    }

    public void Dispose()
    {
        // Waits for a caller's cancellation that is under way: it must not meet the next call.
        _caller.Dispose();
        _caller = default;
        if (_owner is null)
        {
            _source.Dispose();
        }
        else if (Deadline is not { } deadline || !IsFree || !_source.TryReset() || Interlocked.CompareExchange(ref _deadline, Idle, deadline) != deadline)
        {
            _owner.Forget(this);
        }
    }
}
