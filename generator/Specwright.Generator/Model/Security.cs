namespace Specwright.Model;

internal enum SecuritySchemeKind
{
    /// <summary>HTTP basic, RFC 7617.</summary>
    Basic,

    /// <summary>HTTP bearer, RFC 6750; OAuth 2 and OpenID Connect too: their token travels as a bearer token.</summary>
    Bearer,

    /// <summary>A key in a header field, <see cref="SecurityScheme.ParameterName"/>.</summary>
    ApiKeyHeader,

    ApiKeyQuery,

    ApiKeyCookie,

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

    public string? Description { get; init; }
}

/// <summary>Schemes that must all be satisfied together.</summary>
internal sealed record SecurityRequirement
{
    public EquatableArray<string> SchemeNames { get; init; }
}
