using Microsoft.Extensions.DependencyInjection;
using Payments.Cashfree;
using Payments.Sandbox;
using Specwright;
using Specwright.State;

namespace Payments.Tests.Cashfree;

public sealed class CashfreeClientTests : SandboxTest
{
    private CashfreePayoutsOptions Options(IApiStateStore? store = null) => new()
    {
        BaseAddress = Sandbox.CashfreeAddress,
        ClientId = SandboxCredentials.CashfreeClientId,
        ClientSecret = SandboxCredentials.CashfreeClientSecret,
        TimeProvider = Clock,
        StateStore = store,
    };

    private CashfreePayoutsClient Client() => CashfreePayoutsClient.Create(Options());

    private int Authorizes => Sandbox.Cashfree.CallCount("authorize");

    private int Balances => Sandbox.Cashfree.CallCount("getBalance");

    [Fact]
    public async Task ARequestThatIsNoOperationOfTheClientGetsNoToken()
    {
        var server = new StubServer(_ => StubServer.Json("""{"status":"SUCCESS","subCode":"200","data":{"token":"t"}}"""));
        var services = new ServiceCollection();
        var builder = services.AddCashfreePayouts(options =>
        {
            options.BaseAddress = new("https://cashfree.test");
            options.ClientId = "id";
            options.ClientSecret = "secret";
        }).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient(builder.Name).GetAsync("https://elsewhere.test/");

        Assert.Null(Assert.Single(server.Requests)["Authorization"]);
    }

    [Theory]
    [InlineData("PLANTED-no-key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nUExBTlRFRA==\n-----END PUBLIC KEY-----")]
    public async Task AWrongSignatureKeyIsNamedAndNotShown(string pem)
    {
        var options = Options();
        options.SignaturePublicKeyPem = pem;

        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => CashfreePayoutsClient.Create(options).GetBalanceAsync());

        Assert.Equal("CashfreePayoutsOptions.SignaturePublicKeyPem is no RSA public key in PEM form.", exception.Message);
    }

    [Fact]
    public async Task TheBalanceIsReadExactly()
    {
        var envelope = await Client().GetBalanceAsync();

        var expected = Sandbox.Cashfree.BalanceAt(Clock.GetUtcNow());
        Assert.Equal(expected.Total, envelope.Data!.Balance);
        Assert.Equal(expected.Available, envelope.Data.AvailableBalance);
    }

    [Fact]
    public async Task AThousandCallersCauseOneAuthorize()
    {
        using var gate = new Gate();
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.HoldUntil(gate.Task), "authorize");
        var client = Client();
        var calls = Enumerable.Range(0, 1000).Select(_ => client.GetBalanceAsync()).ToArray();
        gate.Open();
        await Task.WhenAll(calls);

        Assert.Equal(1, Authorizes);
        Assert.Equal(1000, Balances);
    }

    [Fact]
    public async Task TheTokenIsRenewedAMinuteBeforeItsExpiry()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(299));
        await client.GetBalanceAsync();
        Assert.Equal(1, Authorizes);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal(2, Authorizes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATokenThatIsNotValidIsReplacedAndTheCallRepeatedOnce(bool httpStatusFollows)
    {
        SandboxOptions.Cashfree.HttpStatusFollowsSubCode = httpStatusFollows;
        var client = Client();
        await client.GetBalanceAsync();
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.ExpireTokens, "getBalance");

        Assert.NotNull((await client.GetBalanceAsync()).Data);

        Assert.Equal(2, Authorizes);
        Assert.Equal(3, Balances);
    }

    [Fact]
    public async Task ManyCallsWhoseTokenExpiresMidFlightCauseOneAuthorizeMore()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.ExpireTokens, "getBalance");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetBalanceAsync()));

        Assert.Equal(2, Authorizes);
    }

    [Fact]
    public async Task ASecondTokenRefusalIsTheCallersToSee()
    {
        Sandbox.Cashfree.Faults.Stick(SandboxFault.Respond(200, """{"status":"ERROR","subCode":"403","message":"Token is not valid"}"""), "getBalance");

        var exception = await Assert.ThrowsAsync<CashfreeException>(() => Client().GetBalanceAsync());

        Assert.Equal("403", exception.ErrorCode);
        Assert.Equal(2, Authorizes);
        Assert.Equal(2, Balances);
    }

    [Theory]
    [InlineData("IP not whitelisted")]
    [InlineData("APIs not enabled. Please fill out the Support Form")]
    [InlineData("Transfer mode is not available")]
    public async Task TheOther403sAreFinal(string message)
    {
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.Respond(200, $$"""{"status":"ERROR","subCode":"403","message":"{{message}}"}"""), "getBalance");

        var exception = await Assert.ThrowsAsync<CashfreeException>(() => Client().GetBalanceAsync());

        Assert.Equal(message, exception.ProviderMessage);
        Assert.Equal(1, Authorizes);
        Assert.Equal(1, Balances);
    }

    [Theory]
    [InlineData("Token missing in the request")]
    [InlineData("Not enough available balance")]
    public async Task A412ThatAnswersACallWithATokenIsFinal(string message)
    {
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.Respond(412, $$"""{"status":"ERROR","subCode":"412","message":"{{message}}"}"""), "getBalance");

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => Client().GetBalanceAsync());

        Assert.Equal("412", exception.ErrorCode);
        Assert.Equal(1, Balances);
    }

    [Fact]
    public async Task ALongErrorOnHttp200IsAnErrorToo()
    {
        var padding = new string('x', 200_000);
        var server = new StubServer(request => StubServer.Json(request.Address.AbsolutePath.EndsWith("authorize", StringComparison.Ordinal)
            ? """{"status":"SUCCESS","subCode":"200","data":{"token":"t"}}"""
            : "{\"padding\":\"" + padding + "\"" + ""","status":"ERROR","subCode":"422","message":"no","data":{"balance":"1","availableBalance":"1"}}"""));
        var options = Options();

        var exception = await Assert.ThrowsAsync<CashfreeException>(() => CashfreePayoutsClient.Create(options, server).GetBalanceAsync());

        Assert.Equal("422", exception.ErrorCode);
    }

    [Theory]
    [InlineData("\"subCode\":\"422\"")]
    [InlineData("\"subCode\":422")]
    [InlineData("\"statusCode\":422")]
    public async Task AnErrorOnHttp200CarriesSubCodeMessageAndRequestId(string code)
    {
        var server = new StubServer(sent =>
        {
            var response = StubServer.Json(sent.Address.AbsolutePath.EndsWith("authorize", StringComparison.Ordinal)
                ? """{"status":"SUCCESS","subCode":"200","data":{"token":"t"}}"""
                : $$"""{"status":"ERROR",{{code}},"message":"wrong format","data":[]}""");
            response.Headers.TryAddWithoutValidation("X-Request-Id", "req-9");
            return response;
        });

        var exception = await Assert.ThrowsAsync<CashfreeException>(() => CashfreePayoutsClient.Create(Options(), server).GetBalanceAsync());

        Assert.Equal("422", exception.ErrorCode);
        Assert.Equal("ERROR", exception.Status);
        Assert.Equal("req-9", exception.RequestId);
        Assert.Equal(200, exception.StatusCode);
        Assert.Equal("getBalance: Cashfree refused the call (422: wrong format)", exception.Message);
    }

    [Fact]
    public async Task ARefusalWithItsOwnHttpStatusHasTheSameCode()
    {
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.Respond(403, """{"status":"ERROR","subCode":"403","message":"IP not whitelisted"}"""), "getBalance");

        var exception = await Assert.ThrowsAsync<ApiException<ErrorEnvelope>>(() => Client().GetBalanceAsync());

        Assert.Equal("403", exception.ErrorCode);
        Assert.Equal("IP not whitelisted", exception.Error.Message);
    }

    [Fact]
    public async Task AWrongSecretIsFinalAndNamesTheSubCode()
    {
        var options = Options();
        options.ClientSecret = "wrong";

        var exception = await Assert.ThrowsAsync<CashfreeException>(() => CashfreePayoutsClient.Create(options).GetBalanceAsync());

        Assert.Equal("401", exception.ErrorCode);
        Assert.Contains("authorize", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, Authorizes);
        Assert.Equal(0, Balances);
    }

    [Fact]
    public async Task AnHtmlPageIsAnErrorWithItsStatus()
    {
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.HtmlErrorPage, "getBalance");

        Assert.Equal(502, (await Assert.ThrowsAnyAsync<ApiException>(() => Client().GetBalanceAsync())).StatusCode);
    }

    [Fact]
    public async Task ABodyThatIsCutOffSaysSo()
    {
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.TruncatedBody, "getBalance");

        Assert.Contains("cut off", (await Assert.ThrowsAnyAsync<ApiException>(() => Client().GetBalanceAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallerOutsideTheAllowListSignsEachAuthorize()
    {
        SandboxOptions.Cashfree.RequireSignature = true;
        var options = Options();
        options.SignaturePublicKeyPem = Sandbox.Cashfree.SignaturePublicKeyPem;
        var client = CashfreePayoutsClient.Create(options);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(6));
        await client.GetBalanceAsync();

        var signatures = Sandbox.Cashfree.Requests.Where(request => request.Operation == "authorize").Select(request => request.Header("X-Cf-Signature")).ToList();
        Assert.Equal(2, signatures.OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("1767324305", 60)]
    [InlineData("\"1767324305\"", 60)]
    public async Task TheExpiryIsTrustedAsNumberOrText(string expiry, int seconds)
    {
        // 03:25:05, which is 21 minutes from the clock's start.
        var authorizes = 0;
        var server = new StubServer(sent =>
        {
            var isAuthorize = sent.Address.AbsolutePath.EndsWith("authorize", StringComparison.Ordinal);
            authorizes += isAuthorize ? 1 : 0;
            return StubServer.Json(isAuthorize
                ? $$$"""{"status":"SUCCESS","subCode":200,"message":"Token generated","data":{"token":"t","expiry":{{{expiry}}}}}"""
                : """{"status":"SUCCESS","subCode":"200","data":{"balance":"1.00","availableBalance":"1.00"}}""");
        });
        var client = CashfreePayoutsClient.Create(Options(), server);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(21) - TimeSpan.FromSeconds(seconds + 1));
        await client.GetBalanceAsync();
        Assert.Equal(1, authorizes);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal(2, authorizes);
    }

    [Fact]
    public async Task WithoutAnExpirySixMinutesAreCounted()
    {
        var authorizes = 0;
        var server = new StubServer(sent =>
        {
            var isAuthorize = sent.Address.AbsolutePath.EndsWith("authorize", StringComparison.Ordinal);
            authorizes += isAuthorize ? 1 : 0;
            return StubServer.Json(isAuthorize
                ? """{"status":"SUCCESS","subCode":"200","data":{"token":"t"}}"""
                : """{"status":"SUCCESS","subCode":"200","data":{"balance":"1.00","availableBalance":"1.00"}}""");
        });
        var client = CashfreePayoutsClient.Create(Options(), server);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(299));
        await client.GetBalanceAsync();
        Assert.Equal(1, authorizes);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal(2, authorizes);
    }

    [Fact]
    public async Task TwoProcessesOverOneStoreAuthorizeOnce()
    {
        var store = new MemoryStateStore(Clock);
        await CashfreePayoutsClient.Create(Options(store)).GetBalanceAsync();
        await CashfreePayoutsClient.Create(Options(store)).GetBalanceAsync();
        Assert.Equal(1, Authorizes);

        var elsewhere = Options(store);
        elsewhere.SessionScope = "another address";
        await CashfreePayoutsClient.Create(elsewhere).GetBalanceAsync();
        Assert.Equal(2, Authorizes);
    }

    [Fact]
    public async Task TheContentTypeGoesOutOnGetToo()
    {
        await Client().GetBalanceAsync();

        Assert.Equal("application/json", Sandbox.Cashfree.Requests.Single(request => request.Operation == "getBalance").Header("Content-Type"));
    }

    [Fact]
    public async Task TheCheckOfATokenIsNotMistakenForItsRefusal()
    {
        var client = Client();
        Assert.Equal("Token is valid", (await client.VerifyTokenAsync()).Message);
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.ExpireTokens, "verifyToken");

        Assert.Equal("403", (await Assert.ThrowsAsync<CashfreeException>(() => client.VerifyTokenAsync())).ErrorCode);
        Assert.Equal(1, Authorizes);
    }

    [Fact]
    public async Task OneWhoCancelsDoesNotCancelTheOthersAuthorize()
    {
        using var gate = new Gate();
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.HoldUntil(gate.Task), "authorize");
        var client = Client();
        using var leaving = new CancellationTokenSource();
        var first = client.GetBalanceAsync(leaving.Token);
        var second = client.GetBalanceAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.Open();
        Assert.NotNull((await second).Data);
        Assert.Equal(1, Authorizes);
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void AMissingSettingIsNamed(string setting)
    {
        var options = Options();
        typeof(CashfreePayoutsOptions).GetProperty(setting)!.SetValue(options, null);

        Assert.Equal($"CashfreePayoutsOptions.{setting} is not set.", Assert.Throws<ApiConfigurationException>(() => CashfreePayoutsClient.Create(options)).Message);
    }
}
