namespace Payments.Sandbox;

/// <summary>
/// Nonces seen lately. One is kept until its timestamp has left the window: after that the timestamp alone refuses a replay.
/// </summary>
internal sealed class NonceMemory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _until = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True the first time, false for a replay.</summary>
    public bool TryUse(string nonce, DateTimeOffset until, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var (old, end) in _until)
            {
                if (end < now)
                {
                    _until.Remove(old);
                }
            }
            return _until.TryAdd(nonce, until);
        }
    }
}
