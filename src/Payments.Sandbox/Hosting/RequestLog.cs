namespace Payments.Sandbox;

/// <summary>Calls in the order of their arrival, and those who wait for one. Safe for use from several threads.</summary>
internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<SandboxRequest> _requests = [];
    private readonly List<Waiting> _waiting = [];

    public void Add(SandboxRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            foreach (var waiting in _waiting.Where(waiting => Count(waiting.Operation) >= waiting.Count).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Arrived.TrySetResult();
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    public SandboxRequest[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    public Task WhenAsync(string operation, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Count(operation) >= count)
            {
                return Task.CompletedTask;
            }
            var waiting = new Waiting(operation, count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting.Add(waiting);
            return waiting.Arrived.Task.WaitAsync(cancellationToken);
        }
    }

    private int Count(string operation) => _requests.Count(request => request.IsCallOf(operation));

    private sealed record Waiting(string Operation, int Count, TaskCompletionSource Arrived);
}
