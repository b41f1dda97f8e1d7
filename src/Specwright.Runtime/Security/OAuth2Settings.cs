using System.Diagnostics;

namespace Specwright;

/// <summary>How access tokens are obtained, where the description or the defaults do not fit.</summary>
/// <remarks>Not copied: set everything before the first call.</remarks>
public sealed class OAuth2Settings
{
    /// <summary>The token endpoint; relative to the base address, or absolute. HTTPS, unless the host is this machine. Null: the one that the description names.</summary>
    /// <remarks>
    /// A described one on a host of its own (or OpenID provider) counts only while the base address is the described one: with the address of a test system the call is refused until this is
    /// set, so that no secret of a test client goes to the live token endpoint.
    /// </remarks>
    public Uri? TokenUrl { get; set; }

    /// <summary>The scopes asked for, whatever the operation. Null: those that the operation requires; empty: none, which leaves them to the server.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>How the client says who it is. Null: <see cref="OAuth2ClientAuthentication.Basic"/>, unless an OpenID provider's configuration says that it takes only the body.</summary>
    public OAuth2ClientAuthentication? ClientAuthentication { get; set; }

    /// <summary>Further parameters of the token request, such as <c>audience</c> or <c>resource</c>. Their values are treated as secrets.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long before its end a token is renewed; at most half its life. 60 s unless set.</summary>
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Life of a token whose answer has no <c>expires_in</c>, which RFC 6749, 5.1, only recommends. 5 minutes unless set.</summary>
    public TimeSpan FallbackTokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Told of a refresh token that took the place of the one set (RFC 6749, 6), so that the application can keep it. The text is a secret.</summary>
    public Func<string, CancellationToken, ValueTask>? RefreshTokenReplaced { get; set; }
}
