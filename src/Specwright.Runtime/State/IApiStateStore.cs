namespace Specwright.State;

/// <summary>
/// Where clients keep what outlives one call: session tokens, held answers. In memory by default; over a shared cache, so that several processes
/// share one session.
/// </summary>
/// <remarks>
/// Keys hold no secret (<see cref="StateKey"/> hashes what identifies a credential). <b>Values may be secrets</b>, such as session tokens: whoever
/// can read the store can act as the session's owner until it expires. All members may be called at the same time.
/// </remarks>
public interface IApiStateStore
{
    /// <summary>The value under the key, or null when there is none or it has expired.</summary>
    ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Puts the value in place of any other; from <paramref name="expiresAt"/> on it is gone.</summary>
    ValueTask SetAsync(string key, string value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default);

    /// <summary>Removes the value; does nothing where there is none.</summary>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the right to do what must be done once, such as a login. Leases and values do not share keys.
    /// </summary>
    /// <param name="key">What is to be done once.</param>
    /// <param name="duration">After this time the lease ends by itself, so that a process that died blocks nobody for long.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The lease, given back by disposing it; null when another holder has it now.</returns>
    ValueTask<IAsyncDisposable?> TryAcquireLeaseAsync(string key, TimeSpan duration, CancellationToken cancellationToken = default);
}
