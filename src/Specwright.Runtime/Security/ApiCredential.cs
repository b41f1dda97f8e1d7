using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Specwright;

/// <summary>A secret for a security scheme. It never shows: not in <see cref="ToString"/>, not in errors.</summary>
[DebuggerDisplay("***")]
public sealed class ApiCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    private readonly Func<ApiOperation, CancellationToken, ValueTask<string>>? _provider;

    private ApiCredential(string? value, Func<ApiOperation, CancellationToken, ValueTask<string>>? provider, OAuth2Grant? grant = null)
    {
        _value = value;
        _provider = provider;
        Grant = grant;
    }

    /// <summary>A handler of the client's own puts the credential on (a signature, a session token): the security handler leaves the request alone.</summary>
    public static ApiCredential AppliedByHandler { get; } = new(null, null);

    internal bool IsAppliedByHandler => _value is null && _provider is null && Grant is null;

    /// <summary>Null where the credential is the value that is sent.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal OAuth2Grant? Grant { get; }

    /// <summary>User name and password for a basic scheme, sent as UTF-8.</summary>
    /// <exception cref="ArgumentException">The user name holds a colon (RFC 7617), or both are empty.</exception>
    public static ApiCredential Basic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name for basic authentication cannot hold a colon.", nameof(user));
        }

        return user.Length + password.Length > 0
            ? new($"{user}:{password}", null)
            : throw new ArgumentException("User name and password are empty.", nameof(user));
    }

    /// <summary>A fixed value: a token, a key; for a basic scheme <c>user:password</c>.</summary>
    /// <exception cref="ArgumentException">The value is empty or holds a line break or another control character.</exception>
    public static ApiCredential FromValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0 || value.Any(char.IsControl))
        {
            throw new ArgumentException("A credential cannot be empty or hold a line break or another control character.", nameof(value));
        }

        return new(value, null);
    }

    /// <summary>A value asked for before each sending; for a basic scheme it gives <c>user:password</c>.</summary>
    public static ApiCredential FromProvider(Func<ApiOperation, CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new(null, provider);
    }

    /// <summary>
    /// A client's own id and secret (RFC 6749, 4.4): the security handler exchanges them for access tokens, which all callers share, renews them ahead of their end and
    /// once where the server refuses one.
    /// </summary>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="scopes">The scopes asked for, whatever the operation. None: those that the operation requires.</param>
    public static ApiCredential ClientCredentials(string clientId, string clientSecret, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return ClientCredentials(clientId, clientSecret, new OAuth2Settings { Scopes = scopes.Length == 0 ? null : scopes });
    }

    /// <inheritdoc cref="ClientCredentials(string, string, string[])"/>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="settings">Token endpoint, scopes and times.</param>
    public static ApiCredential ClientCredentials(string clientId, string clientSecret, OAuth2Settings settings)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        ArgumentNullException.ThrowIfNull(settings);
        return new(null, null, new OAuth2Grant(clientId, clientSecret, null, settings));
    }

    /// <summary>
    /// A refresh token (RFC 6749, 6) that a user's consent gave the application by another way, such as the authorization code flow: the security handler exchanges it for access tokens.
    /// </summary>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret; null for a public client.</param>
    /// <param name="refreshToken">The refresh token. Where an answer brings another one, that is used from then on: see <see cref="OAuth2Settings.RefreshTokenReplaced"/>.</param>
    /// <param name="settings">Token endpoint, scopes and times; null: those of the description, and no scopes, which means the ones that were consented to.</param>
    public static ApiCredential RefreshToken(string clientId, string? clientSecret, string refreshToken, OAuth2Settings? settings = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return new(null, null, new OAuth2Grant(clientId, string.IsNullOrEmpty(clientSecret) ? null : clientSecret, refreshToken, settings ?? new OAuth2Settings { Scopes = [] }));
    }

    /// <summary>The same as <see cref="FromValue"/>; null stays null, so that a missing environment variable is a missing credential.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApiCredential?(string? value) => value is null ? null : FromValue(value);

    /// <summary><c>***</c>.</summary>
    public override string ToString() => Redaction.Mask;

    /// <summary>The secret itself, for the hand-written half of a client that needs it for more than a header field, such as a signature.</summary>
    /// <param name="operation">What it is wanted for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="InvalidOperationException">A handler applies the credential, or exchanges it for access tokens: there is no value.</exception>
    public ValueTask<string> GetValueAsync(ApiOperation operation, CancellationToken cancellationToken)
        => _provider is not null
            ? _provider(operation, cancellationToken)
            : new(_value ?? throw new InvalidOperationException("A handler applies this credential: it has no value."));
}
