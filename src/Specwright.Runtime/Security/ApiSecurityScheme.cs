namespace Specwright;

/// <summary>A security scheme of a description (OpenAPI, Security Scheme Object).</summary>
public sealed class ApiSecurityScheme
{
    private readonly string? _optionName;

    private ApiSecurityScheme(string name, ApiSecuritySchemeKind kind, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(parameterName);
        Name = name;
        Kind = kind;
        ParameterName = parameterName;
    }

    /// <summary>The scheme's key in the description.</summary>
    public string Name { get; }

    /// <summary>Where the credential goes.</summary>
    public ApiSecuritySchemeKind Kind { get; }

    /// <summary>The header field, query parameter or cookie; <c>Authorization</c> for basic and bearer.</summary>
    public string ParameterName { get; }

    /// <summary>The option that holds the credential, as error messages name it. By default the scheme's name with a capital.</summary>
    public string OptionName
    {
        get => _optionName ?? string.Concat(char.ToUpperInvariant(Name[0]).ToString(), Name.AsSpan(1));
        init => _optionName = value;
    }

    /// <summary>User name and password (RFC 7617).</summary>
    public static ApiSecurityScheme Basic(string name) => new(name, ApiSecuritySchemeKind.Basic, "Authorization");

    /// <summary>A bearer token (RFC 6750).</summary>
    public static ApiSecurityScheme Bearer(string name) => new(name, ApiSecuritySchemeKind.Bearer, "Authorization");

    /// <summary>A key in a header field.</summary>
    public static ApiSecurityScheme ApiKeyHeader(string name, string headerName) => new(name, ApiSecuritySchemeKind.ApiKeyHeader, headerName);

    /// <summary>A key in the query.</summary>
    public static ApiSecurityScheme ApiKeyQuery(string name, string parameterName) => new(name, ApiSecuritySchemeKind.ApiKeyQuery, parameterName);

    /// <summary>A key in a cookie.</summary>
    public static ApiSecurityScheme ApiKeyCookie(string name, string cookieName) => new(name, ApiSecuritySchemeKind.ApiKeyCookie, cookieName);
}
