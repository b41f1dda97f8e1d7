namespace Payments.Sandbox;

/// <summary>
/// Hands events to the one callback: one at a time, in order, on a thread of the pool, never on the caller's. A callback that throws loses
/// its event only.
/// </summary>
internal sealed class HyperEventQueue(Action<string> raise)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    public void Add(string json)
    {
        lock (_lock)
        {
            _last = _last.ContinueWith(_ => raise(json), CancellationToken.None, TaskContinuationOptions.DenyChildAttach, TaskScheduler.Default);
        }
    }
}
