using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Specwright.State;

namespace Specwright;

/// <summary>What every client can be told; generated options add its servers and credentials.</summary>
public abstract class ApiClientOptions
{
    /// <summary>Longer would overflow the timer behind it.</summary>
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly object _gate = new();
    private TimeProvider? _timeProvider;
    private AccessTokenSources? _accessTokens;

    /// <summary>Where the server is; a path in it stays in front of every operation's path. HTTPS, unless the host is this machine.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Limit for one call: every attempt of a retry and the reading of the body included. 100 s unless set.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Longest body that is read, in bytes after decompression. 64 MiB unless set.</summary>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The clock for time limits and durations. The system's, or the one registered in the container.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider ?? TimeProvider.System;
        set => _timeProvider = value;
    }

    /// <summary>JSON members, parameters and header fields whose values never show in errors. Starts with <see cref="Redaction.DefaultSensitiveNames"/>; not case-sensitive.</summary>
    public ISet<string> SensitiveNames { get; } = new HashSet<string>(Redaction.DefaultSensitiveNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>For the client's own handlers; filled from the container where there is one. Null: nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// The certificate, with its private key, that the client shows where a server asks for one (mutual TLS). Read for each new connection, so that a renewed one can be set; null: none is shown.
    /// </summary>
    /// <remarks>Set on the primary handler, one that the application brings included where that is a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/> without a certificate of its own.</remarks>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>Where access tokens and what else outlives a call are kept. Unless set, the container's store or shared cache, else memory.</summary>
    public IApiStateStore? StateStore { get; set; }

    /// <summary>Makes the idempotency key of a call that brings none. A random UUID unless set; keys must not repeat, in other processes neither.</summary>
    public Func<string> IdempotencyKeySource { get; set; } = static () => Guid.NewGuid().ToString();

    /// <summary>One for all handlers of these options.</summary>
    internal AccessTokenSources AccessTokens
    {
        get
        {
            lock (_gate)
            {
                return _accessTokens ??= new AccessTokenSources(this);
            }
        }
    }

    /// <summary><see cref="StateStore"/>, in memory where nothing set it.</summary>
    internal IApiStateStore Store
    {
        get
        {
            lock (_gate)
            {
                return StateStore ??= new MemoryStateStore(TimeProvider);
            }
        }
    }

    /// <summary>With the options, as clients may come and go with each use while their options stay.</summary>
    internal TimeLimits TimeLimits { get; } = new();

    internal bool HasTimeProvider => _timeProvider is not null;

    /// <summary>Refuses settings that cannot work or would send credentials in the clear. Called when a client is created.</summary>
    /// <exception cref="ApiConfigurationException">The message names the setting.</exception>
    public virtual void Validate()
    {
        if (BaseAddress is not { } address)
        {
            throw Wrong(nameof(BaseAddress), "is not set");
        }

        Check(address, nameof(BaseAddress));
        foreach (var setting in ServerSettings)
        {
            if (GetServerAddress(setting) is { } own)
            {
                Check(own, setting);
            }
        }

        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan && (Timeout <= TimeSpan.Zero || Timeout > LongestTimeout))
        {
            throw Wrong(nameof(Timeout), "is not a positive time of at most 24 days");
        }

        if (MaxResponseBytes <= 0)
        {
            throw Wrong(nameof(MaxResponseBytes), "is not positive");
        }
    }

    /// <summary>The credential that is set for a security scheme.</summary>
    /// <param name="schemeName">The scheme's key in the description.</param>
    /// <returns>Null where none is set.</returns>
    protected internal abstract ApiCredential? GetCredential(string schemeName);

    /// <summary>The options that hold addresses of operations with servers of their own, by name.</summary>
    protected internal virtual IReadOnlyList<string> ServerSettings => [];

    /// <summary>Where operations with a server of their own go.</summary>
    /// <param name="settingName">One of <see cref="ServerSettings"/>.</param>
    /// <returns>Null where it is still to be set: a call is refused then.</returns>
    protected internal virtual Uri? GetServerAddress(string settingName) => null;

    /// <summary>The first server of the description, with the defaults of its variables.</summary>
    /// <returns>Null where the description names none, or nothing depends on it.</returns>
    protected internal virtual Uri? DescribedBaseAddress => null;

    /// <summary>Whether the base address is the described one, a slash at the end aside.</summary>
    /// <remarks>
    /// The described addresses of operations and of token endpoints count only together with the described base address: who turns to a test system must not
    /// reach the live one by an address that was overlooked.
    /// </remarks>
    protected internal bool HasDescribedBaseAddress
        => BaseAddress is { IsAbsoluteUri: true } address
            && DescribedBaseAddress is { } described
            && StringComparer.Ordinal.Equals(address.AbsoluteUri.TrimEnd('/'), described.AbsoluteUri.TrimEnd('/'));

    /// <summary>Refuses an address that cannot work or would send credentials in the clear.</summary>
    internal void Check(Uri address, string setting)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw Wrong(setting, "is not an absolute https address");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw Wrong(setting, $"is not https: credentials would travel to {address.Host} in the clear");
        }

        if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
        {
            throw Wrong(setting, "holds a user name, a query or a fragment");
        }
    }

    /// <summary>Sets up the handler at the wire, once per chain of handlers; not called where the application brings its own.</summary>
    protected internal virtual void ConfigurePrimaryHandler(SocketsHttpHandler handler)
    {
    }

    private ApiConfigurationException Wrong(string setting, string problem) => new($"{GetType().Name}.{setting} {problem}.");
}
