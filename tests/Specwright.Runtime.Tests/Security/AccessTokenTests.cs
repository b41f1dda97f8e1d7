using System.IO.Pipelines;
using System.Net;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Specwright.State;
using Specwright.Testing;

namespace Specwright.Tests.Security;

public sealed class AccessTokenTests : IDisposable
{
    private static readonly ApiSecurityScheme OAuth = ApiSecurityScheme.OAuth2("oauth", tokenUrl: "https://auth.example/token", refreshUrl: "https://auth.example/refresh-token");
    private static readonly ApiSecurityScheme OpenId = ApiSecurityScheme.OpenIdConnect("openid", "https://id.example/tenant/.well-known/openid-configuration");

    private readonly ManualTimeProvider _clock = new();
    private readonly AuthorizationServer _server = new();
    private readonly CredentialOptions _options = new();
    private readonly HttpMessageInvoker _invoker;

    public AccessTokenTests()
    {
        _options.TimeProvider = _clock;
        _invoker = new HttpMessageInvoker(new ApiSecurityHandler(_options) { InnerHandler = _server });
    }

    public void Dispose() => _invoker.Dispose();

    [Fact]
    public async Task AThousandCallersShareOneTokenRequest()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "planted-secret", "read", "write");
        var gate = new TaskCompletionSource();
        _server.Gate = gate.Task;

        var calls = Enumerable.Range(0, 1000).Select(_ => CallAsync(OAuth)).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var request = Assert.Single(_server.TokenRequests);
        Assert.Equal(("https://auth.example/token", "grant_type=client_credentials&scope=read+write"), (request.Address, request.Form));
        Assert.All(_server.Calls, call => Assert.Equal("Bearer token-1", call));
    }

    [Fact]
    public async Task IdAndSecretAreFormEncodedInBasicAndPlainInTheBody()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("a:b c", "s&ü");
        await CallAsync(OAuth);
        _options["oauth"] = ApiCredential.ClientCredentials("a:b c", "s&ü", new OAuth2Settings { ClientAuthentication = OAuth2ClientAuthentication.Body, Parameters = { ["audience"] = "https://api" } });
        await CallAsync(OAuth);

        Assert.Equal(
            [
                ("Basic " + Convert.ToBase64String("a%3Ab+c:s%26%C3%BC"u8), "grant_type=client_credentials"),
                (null, "grant_type=client_credentials&audience=https%3A%2F%2Fapi&client_id=a%3Ab+c&client_secret=s%26%C3%BC"),
            ],
            _server.TokenRequests.Select(request => (request.Authorization, request.Form)));
    }

    [Fact]
    public async Task ATokenIsRenewedAheadOfItsEndAndNotBefore()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(3539));
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(OAuth);
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _server.Calls);
    }

    [Theory]
    [InlineData("", 150)]
    [InlineData(",\"expires_in\":\"120\"", 60)]
    [InlineData(",\"expires_in\":600.0", 540)]
    [InlineData(",\"expires_in\":null", 240)]
    [InlineData(",\"expires_in\":1e300", 300_000_000)]
    public async Task TheLifeOfATokenMayBeMissingQuotedOrFractional(string member, int renewedAfter)
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret", new OAuth2Settings { FallbackTokenLifetime = member.Length == 0 ? TimeSpan.FromSeconds(210) : TimeSpan.FromSeconds(300) });
        _server.Token = value => $$"""{"access_token":"{{value}}"{{member}}}""";
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(renewedAfter - 1));
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(renewedAfter > 1_000_000 ? 20_000_000 : 1));
        await CallAsync(OAuth);
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _server.Calls);
    }

    [Fact]
    public async Task OperationsWithOtherScopesGetOtherTokensUnlessTheScopesAreSet()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(OAuth.WithScopes("write", "read"));
        await CallAsync(OAuth.WithScopes("read", "write"));
        await CallAsync(OAuth.WithScopes("read"));
        Assert.Equal(["grant_type=client_credentials&scope=read+write", "grant_type=client_credentials&scope=read"], _server.TokenRequests.Select(request => request.Form));

        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret", "all");
        await CallAsync(OAuth.WithScopes("write"));
        await CallAsync(OAuth.WithScopes("read"));
        Assert.Equal("grant_type=client_credentials&scope=all", Assert.Single(_server.TokenRequests.Skip(2)).Form);
    }

    [Fact]
    public async Task ARefusedTokenIsRenewedOnceAndTheCallRepeated()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(OAuth);
        _server.Revoked.Add("Bearer token-1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CallAsync(OAuth)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(2, _server.TokenRequests.Count);

        _server.Revoked.Add("Bearer token-2");
        _server.Revoked.Add("Bearer token-3");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(OAuth));
        Assert.Equal(3, _server.TokenRequests.Count);
    }

    [Fact]
    public async Task ABodyThatCannotBeSentAgainIsNot()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        _server.Revoked.Add("Bearer token-1");
        var pipe = new Pipe();
        await pipe.Writer.CompleteAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(OAuth, new StreamContent(pipe.Reader.AsStream())));
        Assert.Single(_server.Calls);
    }

    [Fact]
    public async Task ProcessesThatShareAStoreShareTheToken()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        foreach (var _ in new[] { 1, 2 })
        {
            var options = new CredentialOptions { TimeProvider = _clock, StateStore = new DistributedCacheStateStore(cache, _clock), ["oauth"] = ApiCredential.ClientCredentials("id", "planted-secret") };
            using var invoker = new HttpMessageInvoker(new ApiSecurityHandler(options) { InnerHandler = _server }, disposeHandler: false);
            await CallAsync(OAuth, null, invoker);
        }

        Assert.Single(_server.TokenRequests);
        Assert.Equal(["Bearer token-1", "Bearer token-1"], _server.Calls);
    }

    [Fact]
    public async Task ATokenUrlIsRelativeToTheBaseAddressAndCanBeSet()
    {
        _options["a"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(ApiSecurityScheme.OAuth2("a", tokenUrl: "/oauth2/token"));
        await CallAsync(ApiSecurityScheme.OAuth2("a", tokenUrl: "token?x=1"));
        _options["a"] = ApiCredential.ClientCredentials("id", "secret", new OAuth2Settings { TokenUrl = new Uri("../token", UriKind.Relative) });
        await CallAsync(ApiSecurityScheme.OAuth2("a", tokenUrl: "https://elsewhere.example/token"));
        await CallAsync(ApiSecurityScheme.Bearer("a"));
        Assert.Equal(["https://api.example/oauth2/token", "https://api.example/v2/token?x=1", "https://api.example/token"], _server.TokenRequests.Select(request => request.Address));
    }

    [Fact]
    public async Task WhatCannotWorkNamesTheOption()
    {
        _options["a"] = ApiCredential.ClientCredentials("id", "planted-secret");
        async Task<string> ErrorAsync(ApiSecurityScheme scheme) => (await Assert.ThrowsAsync<ApiConfigurationException>(() => CallAsync(scheme))).Message;

        Assert.Equal("CredentialOptions.A: the description names no token URL; set OAuth2Settings.TokenUrl.", await ErrorAsync(ApiSecurityScheme.OAuth2("a")));
        Assert.Equal("CredentialOptions.A: the token URL is not https: the client's secret would travel to auth.example in the clear.", await ErrorAsync(ApiSecurityScheme.OAuth2("a", tokenUrl: "http://auth.example/token")));
        Assert.Equal("CredentialOptions.A: the token URL holds a user name or a fragment.", await ErrorAsync(ApiSecurityScheme.OAuth2("a", tokenUrl: "https://u:p@auth.example/token")));
        Assert.Equal("CredentialOptions.A cannot be exchanged for an access token: the security scheme 'a' does not send bearer tokens.", await ErrorAsync(ApiSecurityScheme.ApiKeyHeader("a", "X-Key")));
        Assert.Empty(_server.TokenRequests);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"error":"invalid_scope","error_description":"no such scope"}""", "auth.example answered 400 Bad Request (invalid_scope: no such scope)", "invalid_scope")]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"planted-secret is wrong\nfor id, client_secret=other"}""", "auth.example answered 401 Unauthorized (invalid_client: *** is wrong for id, client_secret=***)", "invalid_client")]
    [InlineData(HttpStatusCode.OK, """{"error":"incorrect_client_credentials"}""", "auth.example answered 200 OK (incorrect_client_credentials)", "incorrect_client_credentials")]
    [InlineData(HttpStatusCode.BadGateway, "<html>planted-secret</html>", "auth.example answered 502 Bad Gateway", null)]
    [InlineData(HttpStatusCode.OK, """{"access_token":"planted\ud800"}""", "auth.example answered 200 OK without an access_token", null)]
    [InlineData(HttpStatusCode.OK, "[]", "auth.example answered 200 OK without an access_token", null)]
    [InlineData(HttpStatusCode.OK, """{"access_token":"planted-token","token_type":"mac"}""", "auth.example answered a token of type mac, not a bearer token", null)]
    [InlineData(HttpStatusCode.OK, """{"access_token":"planted\u0007token"}""", "auth.example answered a token with a character that a header field cannot carry", null)]
    public async Task AnAnswerWithoutATokenSaysWhyAndShowsNoSecret(HttpStatusCode status, string body, string problem, string? code)
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "planted-secret");
        _server.TokenAnswer = () => AuthorizationServer.Json(status, body);
        var error = await Assert.ThrowsAsync<ApiException>(() => CallAsync(OAuth));
        Assert.Equal($"no access token for CredentialOptions.Oauth: {problem}", error.Message);
        Assert.Equal(code, error.ErrorCode);
        Assert.DoesNotContain("planted", $"{error} {error.Content} {error.Headers}", StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public async Task AnEndpointThatHangsEndsWithTheTimeLimit()
    {
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        _server.Gate = new TaskCompletionSource().Task;
        var call = CallAsync(OAuth);
        await _clock.TimersStartedAsync(2);

        // Before the lease of the fleet ends (30 s): another process would exchange as well.
        _clock.Advance(TimeSpan.FromSeconds(26));
        Assert.Equal("no access token for CredentialOptions.Oauth: no answer from auth.example within 25 s", (await Assert.ThrowsAsync<ApiException>(() => call)).Message);
    }

    [Theory]
    [InlineData("https://auth.example/token")]
    [InlineData("//auth.example/token")]
    public async Task ADescribedTokenUrlCountsOnlyBesideTheDescribedBaseAddress(string tokenUrl)
    {
        const string Refusal = "CredentialOptions.Oauth: set OAuth2Settings.TokenUrl. The token URL that the description names is taken only together with the base address that it names.";
        var scheme = ApiSecurityScheme.OAuth2("oauth", tokenUrl: tokenUrl);
        _options.BaseAddress = new Uri("https://test.example/v2");
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        Assert.Equal(Refusal, (await Assert.ThrowsAsync<ApiConfigurationException>(() => CallAsync(scheme))).Message);
        Assert.Equal(Refusal, (await Assert.ThrowsAsync<ApiConfigurationException>(() => CallAsync(ApiSecurityScheme.OpenIdConnect("oauth", "https://id.example/tenant")))).Message);
        _options["oauth"] = ApiCredential.RefreshToken("id", null, "refresh");
        Assert.Equal(Refusal, (await Assert.ThrowsAsync<ApiConfigurationException>(() => CallAsync(scheme))).Message);
        Assert.Empty(_server.TokenRequests);
        Assert.Empty(_server.Discoveries);

        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret", new OAuth2Settings { TokenUrl = new Uri("https://auth.test.example/token") });
        await CallAsync(scheme);
        Assert.Equal("https://auth.test.example/token", Assert.Single(_server.TokenRequests).Address);
    }

    [Fact]
    public async Task ARelativeTokenUrlFollowsTheBaseAddress()
    {
        _options.BaseAddress = new Uri("https://test.example/v2");
        _options["oauth"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(ApiSecurityScheme.OAuth2("oauth", tokenUrl: "/oauth/token"));
        Assert.Equal("https://test.example/oauth/token", Assert.Single(_server.TokenRequests).Address);
    }

    [Fact]
    public async Task ARefreshTokenIsExchangedAndItsReplacementKept()
    {
        var told = new List<string>();
        _options["oauth"] = ApiCredential.RefreshToken("id", null, "planted-refresh-1", new OAuth2Settings
        {
            RefreshTokenReplaced = (token, _) =>
            {
                told.Add(token);
                return ValueTask.CompletedTask;
            },
        });
        _server.Token = value => $$"""{"access_token":"{{value}}","expires_in":60,"refresh_token":"planted-refresh-2"}""";
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(60));
        await CallAsync(OAuth);

        Assert.Equal(
            [
                ("https://auth.example/refresh-token", null, "grant_type=refresh_token&refresh_token=planted-refresh-1&client_id=id"),
                ("https://auth.example/refresh-token", null, "grant_type=refresh_token&refresh_token=planted-refresh-2&client_id=id"),
            ],
            _server.TokenRequests);
        Assert.Equal(["planted-refresh-2"], told);
    }

    [Fact]
    public async Task AReplacedRefreshTokenIsKeptThoughItsCallerLeaves()
    {
        using var leaving = new CancellationTokenSource();
        var told = new TaskCompletionSource<string>();
        _options["oauth"] = ApiCredential.RefreshToken("id", null, "refresh-1", new OAuth2Settings
        {
            Scopes = [],
            RefreshTokenReplaced = (token, _) =>
            {
                told.SetResult(token);
                return ValueTask.CompletedTask;
            },
        });
        _server.Token = value => $$"""{"access_token":"{{value}}","expires_in":60,"refresh_token":"refresh-2"}""";
        var gate = new TaskCompletionSource();
        _server.Gate = gate.Task;
        var arrived = _server.TokenRequested;
        var call = CallAsync(OAuth, null, null, leaving.Token);
        await arrived;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        gate.SetResult();

        Assert.Equal("refresh-2", await told.Task.WaitAsync(TimeSpan.FromSeconds(10)));

        // The exchange that nobody waited for may hold its lease a moment longer; whoever comes looks again by the clock.
        var again = CallAsync(OAuth);
        while (!again.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, await again);
        Assert.All(_server.TokenRequests.Skip(1), request => Assert.Contains("refresh_token=refresh-2", request.Form, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefreshTokenIsExchangedByOneAtATimeWhateverTheScopes()
    {
        // A token that is exchanged twice looks stolen: providers then revoke all that came of it (RFC 9700, 4.14.2).
        _options["oauth"] = ApiCredential.RefreshToken("id", null, "refresh-1", new OAuth2Settings());
        _server.Token = value => $$"""{"access_token":"{{value}}","expires_in":60,"refresh_token":"re{{value}}"}""";
        var gate = new TaskCompletionSource();
        _server.Gate = gate.Task;
        var calls = new[] { "a", "b", "c" }.Select(scope => CallAsync(OAuth.WithScopes(scope))).ToList();
        await _server.TokenRequested;
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(["refresh-1", "retoken-1", "retoken-2"], _server.TokenRequests.Select(request => request.Form.Split('&')[1]["refresh_token=".Length..]));
    }

    [Fact]
    public async Task AReplacedRefreshTokenThatTheStoreDidNotTakeIsUsedAllTheSame()
    {
        var store = new ReluctantStore(new MemoryStateStore(_clock));
        _options.StateStore = store;
        _options["oauth"] = ApiCredential.RefreshToken("id", null, "refresh-1");
        _server.Token = value => $$"""{"access_token":"{{value}}","expires_in":60,"refresh_token":"re{{value}}"}""";
        await CallAsync(OAuth);
        store.IsReluctant = true;
        _clock.Advance(TimeSpan.FromSeconds(60));
        await CallAsync(OAuth);
        _clock.Advance(TimeSpan.FromSeconds(60));
        await CallAsync(OAuth);
        Assert.Equal(["refresh-1", "retoken-1", "retoken-2"], _server.TokenRequests.Select(request => request.Form.Split('&')[1]["refresh_token=".Length..]));
    }

    [Fact]
    public async Task ATokenIsNotSharedWithWhoeverKnowsTheIdOnly()
    {
        var store = new MemoryStateStore(_clock);
        foreach (var secret in new[] { "right", "wrong" })
        {
            var options = new CredentialOptions { TimeProvider = _clock, StateStore = store, ["oauth"] = ApiCredential.ClientCredentials("id", secret) };
            using var invoker = new HttpMessageInvoker(new ApiSecurityHandler(options) { InnerHandler = _server }, disposeHandler: false);
            await CallAsync(OAuth, null, invoker);
        }

        Assert.Equal(2, _server.TokenRequests.Count);
    }

    [Fact]
    public async Task AnOpenIdProviderIsDiscoveredOnceADay()
    {
        _options["openid"] = ApiCredential.ClientCredentials("id", "secret");
        await CallAsync(OpenId);
        _clock.Advance(TimeSpan.FromHours(23));
        await CallAsync(OpenId);
        _clock.Advance(TimeSpan.FromHours(2));
        await CallAsync(OpenId);
        Assert.Equal(["https://id.example/tenant/token", "https://id.example/tenant/token", "https://id.example/tenant/token"], _server.TokenRequests.Select(request => request.Address));
        Assert.Equal(2, _server.Discoveries.Count);
        Assert.All(_server.TokenRequests, request => Assert.StartsWith("Basic ", request.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnIssuerIsEnoughAndTheProvidersWayOfAuthenticationIsTaken()
    {
        _options["openid"] = ApiCredential.ClientCredentials("id", "secret");
        _server.Configuration = """{"issuer":"https://id.example/tenant","token_endpoint":"https://id.example/token","token_endpoint_auth_methods_supported":["client_secret_post"]}""";
        await CallAsync(ApiSecurityScheme.OpenIdConnect("openid", "https://id.example/tenant/"));
        Assert.Equal(["https://id.example/tenant/.well-known/openid-configuration"], _server.Discoveries);
        Assert.Equal((null, "grant_type=client_credentials&client_id=id&client_secret=secret"), (_server.TokenRequests[0].Authorization, _server.TokenRequests[0].Form));
    }

    [Theory]
    [InlineData("""{"issuer":"https://evil.example","token_endpoint":"https://evil.example/token"}""", "OpenID provider at id.example: the configuration is of another issuer than the one asked")]
    [InlineData("""{"issuer":"https://id.example/tenant"}""", "OpenID provider at id.example: the configuration names no token_endpoint")]
    [InlineData("""{"issuer":"https://id.example/tenant","token_endpoint":"/token"}""", "OpenID provider at id.example: the token_endpoint is no absolute https address")]
    [InlineData("""{"issuer":"https://id.example/tenant","token_endpoint":"http://id.example/token"}""", "OpenID provider at id.example: the token_endpoint is no absolute https address")]
    [InlineData("<html/>", "OpenID provider at id.example: the configuration is not a JSON object")]
    public async Task AConfigurationThatCannotBeTrustedIsRefused(string configuration, string problem)
    {
        _options["openid"] = ApiCredential.ClientCredentials("id", "planted-secret");
        _server.Configuration = configuration;
        Assert.Equal($"no access token for CredentialOptions.Openid: {problem}", (await Assert.ThrowsAsync<ApiException>(() => CallAsync(OpenId))).Message);
        Assert.Empty(_server.TokenRequests);
    }

    [Fact]
    public async Task GrantsNeverShow()
    {
        foreach (var credential in new[] { ApiCredential.ClientCredentials("id", "planted-secret"), ApiCredential.RefreshToken("id", "planted-secret", "planted-refresh") })
        {
            Assert.Equal("***", credential.ToString());
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await credential.GetValueAsync(new ApiOperation("c", "o", HttpMethod.Get, "/"), default));
        }
    }

    private async Task<HttpStatusCode> CallAsync(ApiSecurityScheme scheme, HttpContent? body = null, HttpMessageInvoker? invoker = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, "https://api.example/v2/x") { Content = body };
        new ApiOperation("Test", "doIt", HttpMethod.Get, "/") { Security = [new ApiSecurityRequirement(scheme)] }.AttachTo(request);
        using var response = await (invoker ?? _invoker).SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Fails to keep values for as long as it is told to.</summary>
    private sealed class ReluctantStore(IApiStateStore store) : IApiStateStore
    {
        public bool IsReluctant { get; set; }

        public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken = default) => store.GetAsync(key, cancellationToken);

        public ValueTask SetAsync(string key, string value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
            => IsReluctant ? throw new IOException("The store is full.") : store.SetAsync(key, value, expiresAt, cancellationToken);

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => store.RemoveAsync(key, cancellationToken);

        public ValueTask<IAsyncDisposable?> TryAcquireLeaseAsync(string key, TimeSpan duration, CancellationToken cancellationToken = default)
            => store.TryAcquireLeaseAsync(key, duration, cancellationToken);
    }
}
