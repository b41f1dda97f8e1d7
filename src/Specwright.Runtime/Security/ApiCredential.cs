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

    private ApiCredential(string? value, Func<ApiOperation, CancellationToken, ValueTask<string>>? provider)
    {
        _value = value;
        _provider = provider;
    }

    /// <summary>A handler of the client's own puts the credential on (a signature, a session token): the security handler leaves the request alone.</summary>
    public static ApiCredential AppliedByHandler { get; } = new(null, null);

    internal bool IsAppliedByHandler => _value is null && _provider is null;

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

    /// <summary>The same as <see cref="FromValue"/>; null stays null, so that a missing environment variable is a missing credential.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApiCredential?(string? value) => value is null ? null : FromValue(value);

    /// <summary><c>***</c>.</summary>
    public override string ToString() => Redaction.Mask;

    /// <summary>The secret itself, for the hand-written half of a client that needs it for more than a header field, such as a signature.</summary>
    /// <param name="operation">What it is wanted for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="InvalidOperationException">A handler of the client's own applies the credential: there is no value.</exception>
    public ValueTask<string> GetValueAsync(ApiOperation operation, CancellationToken cancellationToken)
        => _provider is not null
            ? _provider(operation, cancellationToken)
            : new(_value ?? throw new InvalidOperationException("A handler applies this credential: it has no value."));
}
