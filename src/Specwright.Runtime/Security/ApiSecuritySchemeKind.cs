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
}
