namespace Payments.Sandbox;

/// <summary>Faults that the coming answers meet, in turn. Safe for use from several threads.</summary>
public sealed class HyperSdkFaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(HyperSdkFault Fault, string? Action)> _queued = [];

    internal HyperSdkFaultPlan()
    {
    }

    /// <summary>Appends a fault for the next call of the action, or of any action (<c>initiate</c> included) when null.</summary>
    public void Enqueue(HyperSdkFault fault, string? action = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _queued.Add((fault, action));
        }
    }

    /// <summary>Removes the faults no call has met yet.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _queued.Clear();
        }
    }

    internal HyperSdkFault? Take(string action)
    {
        lock (_lock)
        {
            var next = _queued.FindIndex(entry => entry.Action is null || entry.Action == action);
            if (next < 0)
            {
                return null;
            }
            var fault = _queued[next].Fault;
            _queued.RemoveAt(next);
            return fault;
        }
    }
}
