using System.Diagnostics;

namespace Specwright;

/// <summary>What a client exchanges for access tokens. Holds secrets and shows none.</summary>
/// <param name="clientId">No secret.</param>
/// <param name="clientSecret">Null: a public client.</param>
/// <param name="refreshToken">Null: the grant is the client's own credentials (RFC 6749, 4.4).</param>
/// <param name="settings">Endpoint, scopes and times.</param>
[DebuggerDisplay("***")]
internal sealed class OAuth2Grant(string clientId, string? clientSecret, string? refreshToken, OAuth2Settings settings)
{
    public string ClientId { get; } = clientId;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; } = clientSecret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? RefreshToken { get; } = refreshToken;

    public OAuth2Settings Settings { get; } = settings;

    /// <summary>Held while a refresh token is exchanged: whatever the scopes, the next exchange needs the token that this one brings.</summary>
    public SemaphoreSlim Exchange { get; } = new(1, 1);

    /// <summary>The text without any of the secrets, should a server have repeated one.</summary>
    public string Hide(string text)
    {
        foreach (var secret in Settings.Parameters.Values.Append(ClientSecret).Append(RefreshToken))
        {
            if (!string.IsNullOrEmpty(secret))
            {
                text = text.Replace(secret, Redaction.Mask, StringComparison.Ordinal);
            }
        }

        return Redaction.Redact(text);
    }
}
