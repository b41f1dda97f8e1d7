using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

public sealed class CashfreeSandboxTests : SandboxTest
{
    [Fact]
    public async Task Authorize_WithTheRightPair_GivesATokenThatOpensTheBalance()
    {
        var token = await AuthorizeAsync();

        var (response, body) = await GetBalanceAsync(token);

        var expected = Sandbox.Cashfree.BalanceAt(Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("SUCCESS", (string?)body["status"]);
        Assert.Equal("200", (string?)body["subCode"]);
        Assert.Equal(Money.TwoPlaces(expected.Total), (string?)body["data"]!["balance"]);
        Assert.Equal(Money.TwoPlaces(expected.Available), (string?)body["data"]!["availableBalance"]);
        Assert.True(response.Headers.Contains("X-Request-Id"));
    }

    [Fact]
    public async Task Authorize_StatesTheExpiryAsANumberOfUnixSeconds()
    {
        var (_, body) = await SendAsync(AuthorizeRequest());

        Assert.Equal(Clock.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds(), (long)body["data"]!["expiry"]!);
    }

    [Theory]
    [InlineData("someone", SandboxCredentials.CashfreeClientSecret)]
    [InlineData(SandboxCredentials.CashfreeClientId, "guess")]
    [InlineData(SandboxCredentials.CashfreeClientId, null)]
    public async Task Authorize_WithAWrongPair_IsSubCode401(string clientId, string? secret)
    {
        var (response, body) = await SendAsync(AuthorizeRequest(clientId, secret));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ERROR", (string?)body["status"]);
        Assert.Equal("401", (string?)body["subCode"]);
        Assert.Equal("Invalid clientId and clientSecret combination", (string?)body["message"]);
    }

    [Fact]
    public async Task AToken_DiesAtItsExpiryWithSubCode403AndHttp200()
    {
        var token = await AuthorizeAsync();

        Clock.Advance(TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(1));
        var (_, before) = await GetBalanceAsync(token);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var (response, after) = await GetBalanceAsync(token);

        Assert.Equal("200", (string?)before["subCode"]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("403", (string?)after["subCode"]);
        Assert.Equal("Token is not valid", (string?)after["message"]);
    }

    [Fact]
    public async Task ANewToken_DoesNotEndTheOlderOne()
    {
        var older = await AuthorizeAsync();
        await AuthorizeAsync();

        var (_, body) = await GetBalanceAsync(older);

        Assert.Equal("200", (string?)body["subCode"]);
    }

    [Fact]
    public async Task AToken_IsGoodOnlyFromTheAddressThatAskedForIt()
    {
        var token = await AuthorizeAsync();
        using var elsewhere = HttpFrom("127.0.0.2");

        using var response = await elsewhere.SendAsync(BalanceRequest(token));

        Assert.Contains("Token is not valid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetBalance_WithoutAToken_IsSubCode412()
    {
        var (_, body) = await GetBalanceAsync(token: null);

        Assert.Equal("412", (string?)body["subCode"]);
        Assert.Equal("Token missing in the request", (string?)body["message"]);
    }

    [Fact]
    public async Task GetBalance_WithoutContentType_Is400WithAnEmptyObject()
    {
        var request = BalanceRequest(await AuthorizeAsync());
        request.Content = null;

        var (response, body) = await SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Assert.IsType<JsonObject>(body));
    }

    [Fact]
    public async Task VerifyToken_TellsGoodFromExpired()
    {
        var token = await AuthorizeAsync();
        var (_, good) = await VerifyAsync(token);
        Clock.Advance(TimeSpan.FromMinutes(6));
        var (_, expired) = await VerifyAsync(token);

        Assert.Equal("Token is valid", (string?)good["message"]);
        Assert.Equal("Token is not valid", (string?)expired["message"]);
    }

    [Fact]
    public async Task ASignatureThatIsSent_IsCheckedEvenWhenNoneIsRequired()
    {
        var wrong = await SignedAuthorizeAsync($"{SandboxCredentials.CashfreeClientId}.12345");
        var right = await SignedAuthorizeAsync($"{SandboxCredentials.CashfreeClientId}.{Clock.GetUtcNow().ToUnixTimeSeconds()}");

        Assert.Equal("403", (string?)wrong["subCode"]);
        Assert.Equal("200", (string?)right["subCode"]);
    }

    [Theory]
    [InlineData("sandbox-cashfree-client.{0}", "200")]
    [InlineData("sandbox-cashfree-client.{0}.5", "403")]
    [InlineData("sandbox-cashfree-client.+{0}", "403")]
    [InlineData("someone-else.{0}", "403")]
    [InlineData("sandbox-cashfree-client", "403")]
    public async Task TheSignaturesText_IsClientIdAndWholeSeconds(string text, string subCode)
    {
        var body = await SignedAuthorizeAsync(string.Format(null, text, Clock.GetUtcNow().ToUnixTimeSeconds()));

        Assert.Equal(subCode, (string?)body["subCode"]);
    }

    [Fact]
    public async Task ASignatureOfAnotherPadding_IsRefused()
    {
        using var key = RSA.Create();
        key.ImportFromPem(Sandbox.Cashfree.SignaturePublicKeyPem);
        var text = Encoding.UTF8.GetBytes($"{SandboxCredentials.CashfreeClientId}.{Clock.GetUtcNow().ToUnixTimeSeconds()}");
        var request = AuthorizeRequest();
        request.Headers.Add("X-Cf-Signature", Convert.ToBase64String(key.Encrypt(text, RSAEncryptionPadding.OaepSHA256)));

        var (_, body) = await SendAsync(request);

        Assert.Equal("403", (string?)body["subCode"]);
    }

    [Fact]
    public async Task RequireSignature_RefusesAnAuthorizeWithoutOne()
    {
        var options = new SandboxOptions { TimeProvider = Clock };
        options.Cashfree.RequireSignature = true;
        await using var sandbox = await PaymentsSandbox.StartAsync(options);

        var request = AuthorizeRequest();
        request.RequestUri = new Uri(sandbox.CashfreeAddress, "payout/v1/authorize");
        var (_, body) = await SendAsync(request);

        Assert.Equal("403", (string?)body["subCode"]);
        Assert.Equal("IP not whitelisted", (string?)body["message"]);
    }

    [Fact]
    public async Task HttpStatusFollowsSubCode_SendsTheSubCodeAsStatus()
    {
        var options = new SandboxOptions { TimeProvider = Clock };
        options.Cashfree.HttpStatusFollowsSubCode = true;
        await using var sandbox = await PaymentsSandbox.StartAsync(options);

        var request = BalanceRequest("unknown");
        request.RequestUri = new Uri(sandbox.CashfreeAddress, "payout/v1/getBalance");
        var (response, _) = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<string> AuthorizeAsync()
    {
        var (_, body) = await SendAsync(AuthorizeRequest());
        return (string)body["data"]!["token"]!;
    }

    private HttpRequestMessage AuthorizeRequest(string clientId = SandboxCredentials.CashfreeClientId, string? secret = SandboxCredentials.CashfreeClientSecret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.CashfreeAddress, "payout/v1/authorize"));
        request.Headers.Add("X-Client-Id", clientId);
        if (secret is not null)
        {
            request.Headers.Add("X-Client-Secret", secret);
        }
        return request;
    }

    private async Task<JsonNode> SignedAuthorizeAsync(string text)
    {
        using var key = RSA.Create();
        key.ImportFromPem(Sandbox.Cashfree.SignaturePublicKeyPem);
        var request = AuthorizeRequest();
        request.Headers.Add("X-Cf-Signature", Convert.ToBase64String(key.Encrypt(Encoding.UTF8.GetBytes(text), RSAEncryptionPadding.OaepSHA1)));
        return (await SendAsync(request)).Body;
    }

    private HttpRequestMessage BalanceRequest(string? token)
    {
        var request = Json(HttpMethod.Get, new Uri(Sandbox.CashfreeAddress, "payout/v1/getBalance"), null);
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }
        return request;
    }

    private Task<(HttpResponseMessage Response, JsonNode Body)> GetBalanceAsync(string? token) => SendAsync(BalanceRequest(token));

    private Task<(HttpResponseMessage Response, JsonNode Body)> VerifyAsync(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.CashfreeAddress, "payout/v1/verifyToken"));
        request.Headers.Add("Authorization", $"Bearer {token}");
        return SendAsync(request);
    }
}
