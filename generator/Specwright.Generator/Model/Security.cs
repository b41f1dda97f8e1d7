namespace Specwright.Model;

internal enum SecuritySchemeKind
{
    /// <summary>HTTP basic, RFC 7617.</summary>
    Basic,

    /// <summary>HTTP bearer, RFC 6750.</summary>
    Bearer,

    /// <summary>A key in a header field, <see cref="SecurityScheme.ParameterName"/>.</summary>
    ApiKeyHeader,

    ApiKeyQuery,

    ApiKeyCookie,

    /// <summary>An access token of OAuth 2; it travels as a bearer token.</summary>
    OAuth2,

    /// <summary>An access token of an OpenID provider; it travels as a bearer token.</summary>
    OpenIdConnect,

    /// <summary>Another scheme of the field Authorization, <see cref="SecurityScheme.HttpScheme"/>.</summary>
    Http,

    MutualTls,

    /// <summary>Known to the standard, not to us: reported where it is used.</summary>
    Unsupported,
}

internal sealed record SecurityScheme
{
    public required string Pointer { get; init; }

    /// <summary>The key under <c>components/securitySchemes</c>.</summary>
    public required string WireName { get; init; }

    /// <summary>The value of <c>x-specwright-name</c>, if any.</summary>
    public string? ChosenName { get; init; }

    public required SecuritySchemeKind Kind { get; init; }

    /// <summary>Name of the header field, query parameter or cookie of an API key; otherwise null.</summary>
    public string? ParameterName { get; init; }

    /// <summary>Of OAuth 2: the token URL of the flow clientCredentials, as written; null without that flow.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>Of OAuth 2: where refresh tokens are exchanged, as written; null where no flow says.</summary>
    public string? RefreshUrl { get; init; }

    /// <summary>Of OpenID Connect, as written.</summary>
    public string? OpenIdConnectUrl { get; init; }

    /// <summary>As written: <c>digest</c>.</summary>
    public string? HttpScheme { get; init; }

    public string? Description { get; init; }
}

/// <summary>Schemes that must all be satisfied together.</summary>
internal sealed record SecurityRequirement
{
    public required string Pointer { get; init; }

    public EquatableArray<RequiredScheme> Schemes { get; init; }
}

internal sealed record RequiredScheme
{
    /// <summary>The key under <c>components/securitySchemes</c>.</summary>
    public required string WireName { get; init; }

    /// <summary>Of OAuth 2 and OpenID Connect.</summary>
    public EquatableArray<string> Scopes { get; init; }
}
