namespace Specwright;

/// <summary>Ends one call, when its time has passed or its caller gives it up. Disposing it gives it back to <see cref="TimeLimits"/>.</summary>
internal sealed class TimeLimit(TimeLimits owner, TimeSpan limit, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _source = new(limit, time);
    private CancellationTokenRegistration _caller;

    public CancellationToken Token => _source.Token;

    /// <summary>By time or by the caller.</summary>
    public bool HasEnded => _source.IsCancellationRequested;

    /// <summary>Set by the call when nothing of it, such as an open body, may still look at the token: only then a later call gets it.</summary>
    public bool IsFree { get; set; }

    /// <summary>Follows a caller's token as well, until it is disposed.</summary>
    public void Follow(CancellationToken caller)
        => _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    /// <summary>Begins anew for a later call.</summary>
    public void Restart(TimeSpan limit)
    {
        IsFree = false;
        _source.CancelAfter(limit);
    }

    public void Dispose()
    {
        // Waits for a caller's cancellation that is under way: it must not meet the next call.
        _caller.Dispose();
        _caller = default;
        if (!IsFree || !_source.TryReset() || !owner.TryKeep(this))
        {
            _source.Dispose();
        }
    }
}
