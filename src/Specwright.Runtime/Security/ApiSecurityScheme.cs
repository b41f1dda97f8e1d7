namespace Specwright;

/// <summary>A security scheme of a description (OpenAPI, Security Scheme Object).</summary>
public sealed class ApiSecurityScheme
{
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
    public static ApiSecurityScheme Basic(string name, string? optionName = null) => new(name, ApiSecuritySchemeKind.Basic, "Authorization", optionName);

    /// <summary>A bearer token (RFC 6750).</summary>
    public static ApiSecurityScheme Bearer(string name, string? optionName = null) => new(name, ApiSecuritySchemeKind.Bearer, "Authorization", optionName);

    /// <summary>A key in a header field.</summary>
    public static ApiSecurityScheme ApiKeyHeader(string name, string headerName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyHeader, headerName, optionName);

    /// <summary>A key in the query.</summary>
    public static ApiSecurityScheme ApiKeyQuery(string name, string parameterName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyQuery, parameterName, optionName);

    /// <summary>A key in a cookie.</summary>
    public static ApiSecurityScheme ApiKeyCookie(string name, string cookieName, string? optionName = null)
        => new(name, ApiSecuritySchemeKind.ApiKeyCookie, cookieName, optionName);
}
