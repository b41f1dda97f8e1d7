namespace Payments.Sandbox;

/// <summary>Settings of <see cref="CashfreeSandbox"/>.</summary>
public sealed class CashfreeSandboxOptions
{
    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Accepted <c>X-Client-Id</c>.</summary>
    public string ClientId { get; set; } = SandboxCredentials.CashfreeClientId;

    /// <summary>Accepted <c>X-Client-Secret</c>.</summary>
    public string ClientSecret { get; set; } = SandboxCredentials.CashfreeClientSecret;

    /// <summary>Life of a bearer token. Current pages say 6 minutes, older ones 10; clients shall trust <c>data.expiry</c>.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>True when the caller's address is not on the allow-list: authorize then wants <c>X-Cf-Signature</c>. A signature that is sent is always checked.</summary>
    public bool RequireSignature { get; set; }

    /// <summary>How far the time inside <c>X-Cf-Signature</c> may be from now. The provider states no figure; five minutes is assumed.</summary>
    public TimeSpan SignatureWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Private RSA key (PEM) that decrypts <c>X-Cf-Signature</c>; null makes a key of the process's own.</summary>
    public string? SignaturePrivateKeyPem { get; set; }

    /// <summary>
    /// False: failures come with HTTP 200 and tell by <c>subCode</c> alone, as the first version's SDKs expect.
    /// True: the HTTP status follows the sub-code, as newer pages list.
    /// </summary>
    public bool HttpStatusFollowsSubCode { get; set; }
}
