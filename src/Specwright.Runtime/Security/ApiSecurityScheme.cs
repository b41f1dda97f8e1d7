namespace Specwright;

/// <summary>A security scheme of a description (OpenAPI, Security Scheme Object).</summary>
public sealed class ApiSecurityScheme
{
    private const string Authorization = "Authorization";

    private readonly string? _optionName;

    private ApiSecurityScheme(string name, ApiSecuritySchemeKind kind, string parameterName, string? optionName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(parameterName);
        Name = name;
        Kind = kind;
        ParameterName = parameterName;
        _optionName = optionName;
    }

    private ApiSecurityScheme(ApiSecurityScheme other, IReadOnlyList<string> scopes)
        : this(other.Name, other.Kind, other.ParameterName, other._optionName)
    {
        TokenUrl = other.TokenUrl;
        RefreshUrl = other.RefreshUrl;
        OpenIdConnectUrl = other.OpenIdConnectUrl;
        HttpScheme = other.HttpScheme;
        Scopes = scopes;
    }

    /// <summary>The scheme's key in the description.</summary>
    public string Name { get; }

    /// <summary>Where the credential goes.</summary>
    public ApiSecuritySchemeKind Kind { get; }

    /// <summary>The header field, query parameter or cookie; <c>Authorization</c> for those that are no key.</summary>
    public string ParameterName { get; }

    /// <summary>The option that holds the credential, as error messages name it. By default the scheme's name with a capital.</summary>
    public string OptionName
    {
        get => _optionName ?? string.Concat(char.ToUpperInvariant(Name[0]).ToString(), Name.AsSpan(1));
        init => _optionName = value;
    }

    /// <summary>Of OAuth 2: where client credentials are exchanged for a token. Relative to the base address, or absolute; null: the description names none.</summary>
    public string? TokenUrl { get; private init; }

    /// <summary>Of OAuth 2: where a refresh token is exchanged. Null: at <see cref="TokenUrl"/>.</summary>
    public string? RefreshUrl { get; private init; }

    /// <summary>Of OpenID Connect: the provider's configuration (OpenID Connect Discovery 1.0, section 4). Relative to the base address, or absolute.</summary>
    public string? OpenIdConnectUrl { get; private init; }

    /// <summary>The scopes that an operation asks for; empty on the scheme itself.</summary>
    public IReadOnlyList<string> Scopes { get; } = [];

    /// <summary>What stands before the credential in <c>Authorization</c>; null where that is not a matter of the scheme.</summary>
    internal string? HttpScheme { get; private init; }

    internal bool TakesAccessToken => Kind is ApiSecuritySchemeKind.OAuth2 or ApiSecuritySchemeKind.OpenIdConnect or ApiSecuritySchemeKind.Bearer;

    /// <summary>User name and password (RFC 7617).</summary>
    public static ApiSecurityScheme Basic(string name, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.Basic, Authorization, optionName) { HttpScheme = "Basic" };

    /// <summary>A bearer token (RFC 6750).</summary>
    public static ApiSecurityScheme Bearer(string name, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.Bearer, Authorization, optionName) { HttpScheme = "Bearer" };

    /// <summary>A key in a header field.</summary>
    public static ApiSecurityScheme ApiKeyHeader(string name, string headerName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyHeader, headerName, optionName);

    /// <summary>A key in the query.</summary>
    public static ApiSecurityScheme ApiKeyQuery(string name, string parameterName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyQuery, parameterName, optionName);

    /// <summary>A key in a cookie.</summary>
    public static ApiSecurityScheme ApiKeyCookie(string name, string cookieName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyCookie, cookieName, optionName);

    /// <summary>An access token of OAuth 2.</summary>
    /// <param name="name">The scheme's key in the description.</param>
    /// <param name="optionName">The option that holds the credential.</param>
    /// <param name="tokenUrl">Of the flow <c>clientCredentials</c>.</param>
    /// <param name="refreshUrl">Where refresh tokens of the other flows are exchanged.</param>
    public static ApiSecurityScheme OAuth2(string name, string? optionName = null, string? tokenUrl = null, string? refreshUrl = null)
        => new(name, ApiSecuritySchemeKind.OAuth2, Authorization, optionName) { TokenUrl = tokenUrl, RefreshUrl = refreshUrl, HttpScheme = "Bearer" };

    /// <summary>An access token of an OpenID provider.</summary>
    public static ApiSecurityScheme OpenIdConnect(string name, string openIdConnectUrl, string? optionName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(openIdConnectUrl);
        return new(name, ApiSecuritySchemeKind.OpenIdConnect, Authorization, optionName) { OpenIdConnectUrl = openIdConnectUrl, HttpScheme = "Bearer" };
    }

    /// <summary>Another scheme of <c>Authorization</c>, such as <c>Digest</c> or <c>HOBA</c>. The credential is what follows the scheme's name, as it goes on the wire.</summary>
    /// <exception cref="ArgumentException">The scheme's name is no token of HTTP.</exception>
    public static ApiSecurityScheme Http(string name, string httpScheme, string? optionName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(httpScheme);
        return httpScheme.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal))
            ? new(name, ApiSecuritySchemeKind.Http, Authorization, optionName) { HttpScheme = httpScheme }
            : throw new ArgumentException("The scheme's name is no token of HTTP (RFC 9110, 5.6.2).", nameof(httpScheme));
    }

    /// <summary>The client certificate of the connection: <see cref="ApiClientOptions.ClientCertificate"/>.</summary>
    public static ApiSecurityScheme MutualTls(string name)
        => new(name, ApiSecuritySchemeKind.MutualTls, nameof(ApiClientOptions.ClientCertificate), nameof(ApiClientOptions.ClientCertificate));

    /// <summary>The same scheme, asked for with scopes.</summary>
    public ApiSecurityScheme WithScopes(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return new(this, scopes);
    }
}
