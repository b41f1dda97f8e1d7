using System.Collections.Concurrent;
using System.Net;

namespace Payments.Sandbox;

/// <summary>What is known about a token handed out.</summary>
/// <param name="Expiry">First UNIX second at which it is no longer good.</param>
/// <param name="RemoteAddress">The address that asked for it, the only one that may use it.</param>
internal sealed record BearerToken(long Expiry, IPAddress RemoteAddress);

/// <summary>The tokens one provider has handed out. A new token does not end the older ones.</summary>
internal sealed class BearerTokens
{
    private readonly ConcurrentDictionary<string, BearerToken> _tokens = new(StringComparer.Ordinal);

    public void Add(string text, BearerToken token) => _tokens[text] = token;

    public bool TryGet(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BearerToken? token) => _tokens.TryGetValue(text, out token);

    public void Remove(string text) => _tokens.TryRemove(text, out _);

    public void Clear() => _tokens.Clear();
}
