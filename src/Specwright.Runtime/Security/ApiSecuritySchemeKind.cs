namespace Specwright;

/// <summary>Where a credential goes.</summary>
public enum ApiSecuritySchemeKind
{
    /// <summary><c>Authorization: Basic</c> (RFC 7617).</summary>
    Basic,

    /// <summary><c>Authorization: Bearer</c> (RFC 6750).</summary>
    Bearer,

    /// <summary>A header field of its own.</summary>
    ApiKeyHeader,

    /// <summary>A query parameter.</summary>
    ApiKeyQuery,

    /// <summary>A cookie.</summary>
    ApiKeyCookie,

    /// <summary>An access token of OAuth 2 (RFC 6749), sent as a bearer token.</summary>
    OAuth2,

    /// <summary>An access token from an OpenID provider, whose token endpoint is discovered; sent as a bearer token.</summary>
    OpenIdConnect,

    /// <summary>Another scheme of <c>Authorization</c> (RFC 9110, 11.1): the credential is sent as it is, behind the scheme's name.</summary>
    Http,

    /// <summary>The client certificate of the connection (RFC 8705).</summary>
    MutualTls,
}
