namespace Payments.Sandbox;

/// <summary>
/// Which faults the coming calls of one provider meet. A queued fault meets one call and is gone; a sticky one meets every call until
/// <see cref="Clear"/>. A call meets all sticky faults that fit it and the first queued one that fits. Safe for use from several threads.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly ProviderSandbox _provider;
    private readonly List<Entry> _queued = [];
    private readonly List<Entry> _sticky = [];

    internal FaultPlan(ProviderSandbox provider) => _provider = provider;

    /// <summary>Queued faults no call has met yet.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _queued.Count;
            }
        }
    }

    /// <summary>Appends a fault for the next call that it fits.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="operation">Operation name or path the fault is for; any call when null.</param>
    /// <param name="times">How many calls meet it.</param>
    /// <exception cref="ArgumentException">This provider cannot meet the fault, or <paramref name="operation"/> is neither a path nor one of its calls.</exception>
    public void Enqueue(SandboxFault fault, string? operation = null, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var entry = Check(fault, operation);
        lock (_lock)
        {
            _queued.AddRange(Enumerable.Repeat(entry, times * fault.Calls));
        }
    }

    /// <summary>Puts a fault on every call that it fits, until <see cref="Clear"/>.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="operation">Operation name or path the fault is for; any call when null.</param>
    /// <exception cref="ArgumentException">This provider cannot meet the fault, or <paramref name="operation"/> is neither a path nor one of its calls.</exception>
    public void Stick(SandboxFault fault, string? operation = null)
    {
        var entry = Check(fault, operation);
        lock (_lock)
        {
            _sticky.Add(entry);
        }
    }

    /// <summary>Removes all faults, queued and sticky; calls that already met one stay with it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _queued.Clear();
            _sticky.Clear();
        }
    }

    internal IReadOnlyList<SandboxFault> Take(SandboxExchange exchange)
    {
        lock (_lock)
        {
            var faults = _sticky.Where(entry => entry.Fits(exchange)).Select(entry => entry.Fault).ToList();
            var next = _queued.FindIndex(entry => entry.Fits(exchange));
            if (next >= 0)
            {
                faults.Add(_queued[next].Fault);
                _queued.RemoveAt(next);
            }
            return faults;
        }
    }

    private Entry Check(SandboxFault fault, string? operation)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (_provider.WhyNot(fault) is { } reason)
        {
            throw new ArgumentException($"The {_provider.Name} sandbox cannot meet this fault: {reason}.", nameof(fault));
        }
        // A mistyped name would otherwise leave a fault that no call ever meets.
        if (operation is not null && !operation.StartsWith('/') && !_provider.OperationNames.Contains(operation, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"The {_provider.Name} sandbox has no call '{operation}'; it has {string.Join(", ", _provider.OperationNames)}.", nameof(operation));
        }
        return new Entry(fault, operation);
    }

    private sealed record Entry(SandboxFault Fault, string? Operation)
    {
        public bool Fits(SandboxExchange exchange) =>
            (Operation is null || exchange.Request.IsCallOf(Operation)) && Fault.Fits(exchange);
    }
}
