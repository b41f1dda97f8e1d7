namespace Payments.Sandbox;

/// <summary>Sends finished answers on their way: at once, late, twice, behind the next one or not at all, as the fault says.</summary>
internal sealed class HyperDelivery(HyperEventQueue queue, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly List<string> _behindTheNext = [];
    private readonly HashSet<ITimer> _timers = [];
    private int _session;

    public void Noise(string json) => queue.Add(json);

    public void Deliver(string json, HyperSdkFault? fault)
    {
        var session = Volatile.Read(ref _session);
        switch (fault)
        {
            case HyperSdkFault.MissingAnswer:
                break;
            case HyperSdkFault.OutOfOrderAnswer:
                lock (_lock)
                {
                    _behindTheNext.Add(json);
                }
                break;
            case HyperSdkFault.LateAnswer late:
                After(late.Delay, () => Send(json));
                break;
            case HyperSdkFault.GatedAnswer gated:
                gated.Gate.ContinueWith(_ => SendIn(session, json), TaskScheduler.Default);
                break;
            case HyperSdkFault.DuplicateAnswer:
                Send(json, json);
                break;
            case HyperSdkFault.StrayAnswer:
                Send(HyperEvent.Result("process_result", Guid.NewGuid().ToString(), new() { ["action"] = "stray", ["status"] = "SUCCESS" }), json);
                break;
            default:
                Send(json);
                break;
        }
    }

    /// <summary>Runs the action when the time has passed, unless the session ends before. Zero means at once, on another thread.</summary>
    public void After(TimeSpan delay, Action action)
    {
        var session = Volatile.Read(ref _session);
        if (delay <= TimeSpan.Zero)
        {
            Task.Run(() => RunIn(session, action));
            return;
        }
        ITimer? timer = null;
        timer = timeProvider.CreateTimer(_ =>
        {
            lock (_lock)
            {
                _timers.Remove(timer!);
            }
            timer!.Dispose();
            // A test's clock calls timers on the thread that moves it; the callback must not run there.
            Task.Run(() => RunIn(session, action));
        }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            _timers.Add(timer);
        }
        // Started outside the lock: a clock may hold its own while it calls timers.
        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Drops everything under way: a terminated SDK raises no event.</summary>
    public void EndSession()
    {
        ITimer[] timers;
        lock (_lock)
        {
            Interlocked.Increment(ref _session);
            timers = [.. _timers];
            _timers.Clear();
            _behindTheNext.Clear();
        }
        foreach (var timer in timers)
        {
            timer.Dispose();
        }
    }

    private void RunIn(int session, Action action)
    {
        if (session == Volatile.Read(ref _session))
        {
            action();
        }
    }

    private void SendIn(int session, string json) => RunIn(session, () => Send(json));

    private void Send(params ReadOnlySpan<string> answers)
    {
        lock (_lock)
        {
            foreach (var json in answers)
            {
                queue.Add(json);
            }
            foreach (var json in _behindTheNext)
            {
                queue.Add(json);
            }
            _behindTheNext.Clear();
        }
    }
}
