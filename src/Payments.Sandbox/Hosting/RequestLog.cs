namespace Payments.Sandbox;

/// <summary>Calls in the order of their arrival. Safe for use from several threads.</summary>
internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<SandboxRequest> _requests = [];

    public void Add(SandboxRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
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
}
