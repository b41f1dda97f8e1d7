namespace Payments.Sandbox;

/// <summary>Settings of <see cref="AccountSandbox"/>.</summary>
public sealed class AccountSandboxOptions
{
    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Accepted claim <c>ClientID</c>.</summary>
    public string ClientId { get; set; } = SandboxCredentials.AccountClientId;

    /// <summary>Key of the login JWT's HS256 signature, used as its UTF-8 bytes.</summary>
    public string ClientSecret { get; set; } = SandboxCredentials.AccountClientSecret;

    /// <summary>Life of a session token.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long before a session token's end the replies carry <c>x-refresh-token</c>.</summary>
    public TimeSpan RefreshWindow { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What stands before the JWT in <c>X-AUTH-TOKEN</c>; the pages disagree, so null accepts it with and without <c>Bearer </c>.</summary>
    public string? LoginTokenPrefix { get; set; }
}
