using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Specwright.Sessions;
using Specwright.State;

namespace Specwright;

/// <summary>Exchanges one grant for access tokens (RFC 6749, 4.4 and 6). Its errors name the option and the host, never a secret.</summary>
internal sealed class TokenEndpoint
{
    /// <summary>Of a token or a configuration, in bytes. Real ones have a few thousand.</summary>
    private const int MaxAnswerLength = 1024 * 1024;

    // How long a replaced refresh token is kept for other processes and the next start; most providers let unused ones live for 30 to 90 days (ASSUMED).
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromDays(90);

    private readonly ApiClientOptions _options;
    private readonly string _owner;
    private readonly OAuth2Grant _grant;
    private readonly IReadOnlyList<string> _scopes;
    private readonly SharedValue<OpenIdConfiguration>? _configuration;
    private readonly TimeSpan _timeLimit;
    private string? _refreshToken;

    /// <summary>Whether the store knows <see cref="_refreshToken"/>, or a later one.</summary>
    private bool _isStored;

    /// <param name="options">Base address, clock, limits and store.</param>
    /// <param name="owner">The option that holds the grant: <c>AcmeOptions.Oauth2</c>.</param>
    /// <param name="grant">What is exchanged.</param>
    /// <param name="scopes">Sorted; empty: none are asked for.</param>
    /// <param name="tokenUrl">Null: discovered.</param>
    /// <param name="openIdConnectUrl">Where; null: the token endpoint is known.</param>
    public TokenEndpoint(ApiClientOptions options, string owner, OAuth2Grant grant, IReadOnlyList<string> scopes, Uri? tokenUrl, Uri? openIdConnectUrl)
    {
        _options = options;
        _owner = owner;
        _grant = grant;
        _scopes = scopes;
        _timeLimit = options.Timeout != Timeout.InfiniteTimeSpan && options.Timeout < SessionTokenSource.RenewalLimit ? options.Timeout : SessionTokenSource.RenewalLimit;
        Logger = options.LoggerFactory?.CreateLogger("Specwright.AccessTokens");
        Address = tokenUrl ?? OpenIdConfiguration.AddressOf(openIdConnectUrl!);
        if (tokenUrl is null)
        {
            _configuration = new SharedValue<OpenIdConfiguration>(
                StateKey.Create("openid-configuration", Address.AbsoluteUri),
                options.Store,
                new SharedValueFormat<OpenIdConfiguration>(
                    static configuration => configuration.Serialize(),
                    OpenIdConfiguration.Deserialize,
                    static configuration => configuration.ReadAt,
                    static configuration => configuration.ReadAt + OpenIdConfiguration.Lifetime),
                options.TimeProvider,
                TimeSpan.FromSeconds(30),
                Logger);
        }
    }

    /// <summary>The token endpoint, or the configuration that names it.</summary>
    public Uri Address { get; }

    /// <summary>Null: nothing is logged.</summary>
    public ILogger? Logger { get; }

    /// <summary>Refuses an address where the client's secret would travel in the clear.</summary>
    /// <exception cref="ApiConfigurationException">The message names the option.</exception>
    public static Uri Check(Uri address, string owner)
        => IsProtected(address)
            ? address.UserInfo.Length + address.Fragment.Length == 0 ? address : throw new ApiConfigurationException($"{owner}: the token URL holds a user name or a fragment.")
            : throw new ApiConfigurationException($"{owner}: the token URL is not https: the client's secret would travel to {address.Host} in the clear.");

    /// <exception cref="ApiException">No answer, an error answer (RFC 6749, 5.2; its code is <see cref="ApiException.ErrorCode"/>), or one that is no token.</exception>
    public async Task<SessionToken> RequestAsync(Sending send, CancellationToken cancellationToken)
    {
        // Whoever waits has a time limit, but others may join them: without one of its own, an endpoint that hangs would hang for all who come.
        using var timeLimit = new CancellationTokenSource(_timeLimit, _options.TimeProvider);

        // An exchange of a refresh token ends though nobody waits: the old one is void as soon as the server answers.
        cancellationToken = _grant.RefreshToken is null ? cancellationToken : CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        var address = Address;
        try
        {
            var takesBasic = true;
            if (_configuration is not null)
            {
                var configuration = await _configuration
                    .ObtainAsync(known => known.ReadAt + OpenIdConfiguration.Lifetime > _options.TimeProvider.GetUtcNow(), token => DiscoverAsync(send, token), either.Token)
                    .ConfigureAwait(false);
                address = Check(new Uri(configuration.TokenEndpoint), _owner);
                takesBasic = configuration.TakesBasic;
            }

            if (_grant.RefreshToken is null)
            {
                return await RequestAsync(send, address, takesBasic, either.Token).ConfigureAwait(false);
            }

            await _grant.Exchange.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return await RequestAsync(send, address, takesBasic, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _grant.Exchange.Release();
            }
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Failure($"no answer from {address.Authority} within {_timeLimit.TotalSeconds:0.###} s", exception);
        }
        catch (HttpRequestException exception)
        {
            throw Failure(ConnectionFailure.Describe(exception, address), exception);
        }
    }

    private async Task<SessionToken> RequestAsync(Sending send, Uri address, bool takesBasic, CancellationToken cancellationToken)
    {
        var refreshToken = _grant.RefreshToken is null ? null : await CurrentRefreshTokenAsync(cancellationToken).ConfigureAwait(false);
        using var request = CreateRequest(address, takesBasic, refreshToken);
        using var response = await send(request, cancellationToken).ConfigureAwait(false);
        using var json = await ReadAsync(response, address, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode || TextOf(json, "access_token") is not { } value)
        {
            throw Refused(response, json, address);
        }

        if (TextOf(json, "token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw Failure($"{address.Authority} answered a token of type {ApiExceptionText.OneLine(_grant.Hide(type))}, not a bearer token");
        }

        if (!RequestFields.IsSafe(value))
        {
            throw Failure($"{address.Authority} answered a token with a character that a header field cannot carry");
        }

        if (refreshToken is not null && TextOf(json, "refresh_token") is { } replacement && replacement != refreshToken)
        {
            await KeepAsync(replacement).ConfigureAwait(false);
        }

        var now = _options.TimeProvider.GetUtcNow();
        var expiresAt = now + LifetimeOf(json);
        Logger?.LogDebug("Access token for {Option} from {Host}, good until {ExpiresAt:O}.", _owner, address.Authority, expiresAt);
        return new SessionToken(value, expiresAt, now);
    }

    private HttpRequestMessage CreateRequest(Uri address, bool takesBasic, string? refreshToken)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("grant_type", refreshToken is null ? "client_credentials" : "refresh_token"),
        };
        if (refreshToken is not null)
        {
            fields.Add(new("refresh_token", refreshToken));
        }

        if (_scopes.Count > 0)
        {
            fields.Add(new("scope", string.Join(' ', _scopes)));
        }

        fields.AddRange(_grant.Settings.Parameters);
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        var authentication = _grant.Settings.ClientAuthentication ?? (takesBasic ? OAuth2ClientAuthentication.Basic : OAuth2ClientAuthentication.Body);
        if (_grant.ClientSecret is not { } secret)
        {
            fields.Add(new("client_id", _grant.ClientId));
        }
        else if (authentication == OAuth2ClientAuthentication.Basic)
        {
            // Form-encoded first (RFC 6749, 2.3.1): a colon in the id would else end it.
            var pair = $"{FormEncoded(_grant.ClientId)}:{FormEncoded(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        }
        else
        {
            fields.Add(new("client_id", _grant.ClientId));
            fields.Add(new("client_secret", secret));
        }

        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent(fields);
        return request;
    }

    private async Task<OpenIdConfiguration> DiscoverAsync(Sending send, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await send(request, cancellationToken).ConfigureAwait(false);
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, MaxAnswerLength, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode || !isWhole)
        {
            throw Failure($"{Address.Authority} answered {ApiExceptionText.Status((int)response.StatusCode, response.ReasonPhrase)} when asked for the configuration of the OpenID provider");
        }

        try
        {
            var configuration = OpenIdConfiguration.Read(Address, bytes, _options.TimeProvider.GetUtcNow());
            return Uri.TryCreate(configuration.TokenEndpoint, UriKind.Absolute, out var endpoint) && IsProtected(endpoint)
                ? configuration
                : throw new FormatException("the token_endpoint is no absolute https address");
        }
        catch (FormatException exception)
        {
            throw Failure($"OpenID provider at {Address.Authority}: {exception.Message}", exception);
        }
    }

    /// <returns>Null for an answer that is no JSON object.</returns>
    private async Task<JsonDocument?> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, MaxAnswerLength, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            throw Failure($"the answer of {address.Authority} broke off or is longer than a token can be");
        }

        try
        {
            var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
        }
        catch (JsonException)
        {
            // The status tells more: a proxy's page, or an empty body.
        }

        return null;
    }

    private ApiException Refused(HttpResponseMessage response, JsonDocument? json, Uri address)
    {
        var code = TextOf(json, "error");
        var detail = string.Join(": ", new[] { code, TextOf(json, "error_description") }.Where(text => !string.IsNullOrWhiteSpace(text)));
        var answer = $"{address.Authority} answered {ApiExceptionText.Status((int)response.StatusCode, response.ReasonPhrase)}";
        var problem = detail.Length > 0 ? $"{answer} ({ApiExceptionText.OneLine(_grant.Hide(detail))})"
            : response.IsSuccessStatusCode ? $"{answer} without an access_token"
            : answer;
        return new ApiException($"no access token for {_owner}: {problem}")
        {
            StatusCode = (int)response.StatusCode,
            ReasonPhrase = response.ReasonPhrase,
            ErrorCode = code is null ? null : ApiExceptionText.OneLine(_grant.Hide(code)),
        };
    }

    private ApiException Failure(string problem, Exception? cause = null) => new($"no access token for {_owner}: {problem}", cause);

    private TimeSpan LifetimeOf(JsonDocument? json)
    {
        // Some servers put the number into quotes.
        var seconds = json!.RootElement.TryGetProperty("expires_in", out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.Number when member.TryGetDouble(out var number) => number,
                JsonValueKind.String when double.TryParse(member.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
                _ => double.NaN,
            }
            : double.NaN;
        return double.IsNaN(seconds) || seconds < 0 ? _grant.Settings.FallbackTokenLifetime : TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(3650).TotalSeconds));
    }

    private async ValueTask<string> CurrentRefreshTokenAsync(CancellationToken cancellationToken)
    {
        // What the store holds is void where it did not take the last one.
        if (_refreshToken is { } own && !_isStored)
        {
            return own;
        }

        try
        {
            // Another process may have exchanged it: the old one is void then.
            return await _options.Store.GetAsync(RefreshTokenKey(), cancellationToken).ConfigureAwait(false) ?? _refreshToken ?? _grant.RefreshToken!;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailure(exception);
            return _refreshToken ?? _grant.RefreshToken!;
        }
    }

    private async ValueTask KeepAsync(string refreshToken)
    {
        // Nothing ends this before it is done, the time limit neither: the token before is void.
        _refreshToken = refreshToken;
        _isStored = false;
        try
        {
            await _options.Store.SetAsync(RefreshTokenKey(), refreshToken, _options.TimeProvider.GetUtcNow() + RefreshTokenLifetime, CancellationToken.None).ConfigureAwait(false);
            _isStored = true;
        }
        catch (Exception exception)
        {
            LogStoreFailure(exception);
        }

        if (_grant.Settings.RefreshTokenReplaced is { } told)
        {
            await told(refreshToken, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private string RefreshTokenKey() => StateKey.Create("refresh-token", Address.AbsoluteUri, _grant.ClientId, _grant.RefreshToken);

    // The exception's type only: a cache client may name its connection string in the message.
    private void LogStoreFailure(Exception exception)
        => Logger?.LogWarning("The state store failed for the refresh token of {Option} ({Exception}); this process goes on with its own.", _owner, exception.GetType().Name);

    private static bool IsProtected(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static string FormEncoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <returns>Null where the member is missing, empty, no text, or text that is no Unicode (half of a surrogate pair).</returns>
    private static string? TextOf(JsonDocument? json, string name)
    {
        try
        {
            return json is not null && json.RootElement.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
