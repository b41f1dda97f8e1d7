using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

public sealed class GatewaySandboxTests : SandboxTest
{
    private const string BalanceBody = """{ "currencies": ["INR", "USD", "XXX"] }""";

    private int _nonce;

    [Fact]
    public async Task ASignedBalanceQuery_ListsTheCurrenciesThatExist()
    {
        var (response, body) = await SendAsync(Signed("pg/v2/balance/query", BalanceBody));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("OK", (string?)body["code"]);
        var expected = Sandbox.Gateway.BalancesAt(Clock.GetUtcNow()).Where(balance => balance.Currency is "INR" or "USD").ToList();
        var list = (JsonArray)body["data"]!["balanceList"]!;
        Assert.Equal(expected.Select(balance => balance.Currency), list.Select(entry => (string?)entry!["currency"]));
        Assert.Equal(expected.Select(balance => Money.TwoPlaces(balance.Available)), list.Select(entry => (string?)entry!["availableAmount"]));
        Assert.Equal(expected.Select(balance => Money.TwoPlaces(balance.Held)), list.Select(entry => (string?)entry!["frozenAmount"]));
    }

    [Fact]
    public async Task TheAnswer_IsSignedWithItsOwnNonceOverItsBody()
    {
        using var request = Signed("pg/v2/balance/query", BalanceBody);
        using var response = await Http.SendAsync(request);

        Assert.True(GatewayCredentials.TryParse(response.Headers.GetValues("Authorization").Single(), out var signed));
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(), signed.Timestamp);
        Assert.True(GatewayCredentials.TryParse(request.Headers.GetValues("Authorization").Single(), out var sent));
        Assert.NotEqual(sent.Nonce, signed.Nonce);
        Assert.Equal(GatewaySignature.Compute(
            SandboxCredentials.GatewayAppId, SandboxCredentials.GatewayAppSecret, "POST", request.RequestUri!.AbsoluteUri, signed.Timestamp, signed.Nonce,
            await response.Content.ReadAsByteArrayAsync()), signed.Sign);
    }

    [Fact]
    public async Task AReplayedNonce_IsRefused()
    {
        var nonce = NextNonce();
        var (_, first) = await SendAsync(Signed("pg/v2/balance/query", BalanceBody, nonce));
        var (response, second) = await SendAsync(Signed("pg/v2/balance/query", BalanceBody, nonce));

        Assert.Equal("OK", (string?)first["code"]);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Auth.NonceReplayed", (string?)second["code"]);
    }

    [Theory]
    [InlineData(-301, "Auth.TimestampInvalid")]
    [InlineData(-300, "OK")]
    [InlineData(300, "OK")]
    [InlineData(301, "Auth.TimestampInvalid")]
    public async Task ATimestamp_MustBeWithinFiveMinutes(int seconds, string code)
    {
        var (_, body) = await SendAsync(Signed("pg/v2/balance/query", BalanceBody, at: Clock.GetUtcNow().AddSeconds(seconds)));

        Assert.Equal(code, (string?)body["code"]);
    }

    [Fact]
    public async Task ABodyChangedAfterSigning_IsRefused()
    {
        var request = Signed("pg/v2/balance/query", BalanceBody);
        request.Content = Json(HttpMethod.Post, request.RequestUri!, BalanceBody.Replace(" ", "", StringComparison.Ordinal)).Content;

        var (response, body) = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Auth.SignInvalid", (string?)body["code"]);
    }

    [Fact]
    public async Task ASignatureOverAnotherAddress_IsRefused()
    {
        var request = Signed("pg/v2/balance/query", BalanceBody);
        request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri + "?x=1");

        var (_, body) = await SendAsync(request);

        Assert.Equal("Auth.SignInvalid", (string?)body["code"]);
    }

    [Fact]
    public async Task ARefusedSignature_DoesNotUseUpTheNonce()
    {
        var nonce = NextNonce();
        var forged = Signed("pg/v2/balance/query", "{}", nonce);
        forged.Content = Json(HttpMethod.Post, forged.RequestUri!, BalanceBody).Content;
        await SendAsync(forged);

        var (_, body) = await SendAsync(Signed("pg/v2/balance/query", BalanceBody, nonce));

        Assert.Equal("OK", (string?)body["code"]);
    }

    [Fact]
    public async Task WithoutAcceptJson_TheCallIsRefused()
    {
        var request = Signed("pg/v2/balance/query", BalanceBody);
        request.Headers.Accept.Clear();

        var (response, _) = await SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task APayout_FreezesItsAmountUntilItIsPaid()
    {
        var now = Clock.GetUtcNow();
        var before = Sandbox.Gateway.BalancesAt(now)[0];
        var undisturbed = Sandbox.Gateway.BalancesAt(now.AddSeconds(30))[0];

        var (_, created) = await SendAsync(Signed("pg/v2/payout/create",
            """{"merchantTradeNo":"t1","amount":"100.05","currency":"INR","description":"d","payoutMethod":{"type":"UPI","vpa":"a@b","payeeName":"A"},"notifyUrl":"https://m.test/n"}"""));
        var frozen = Sandbox.Gateway.BalancesAt(now)[0];
        var number = (string)created["data"]!["payoutNo"]!;
        var (_, processing) = await SendAsync(Signed("pg/v2/payout/query", $$"""{"payoutNo":"{{number}}"}"""));
        Clock.Advance(TimeSpan.FromSeconds(30));
        var (_, paid) = await SendAsync(Signed("pg/v2/payout/query", """{"merchantTradeNo":"t1"}"""));

        Assert.Equal(before.Held + 100.05m, frozen.Held);
        Assert.Equal(before.Total, frozen.Total);
        Assert.Equal("PROCESSING", (string?)processing["data"]!["status"]);
        Assert.Null(processing["data"]!["paidTime"]);
        Assert.Equal("PAID", (string?)paid["data"]!["status"]);
        Assert.Equal("2026-03-06T17:30:30+05:30", (string?)paid["data"]!["paidTime"]);
        Assert.Equal(undisturbed.Total - 100.05m, Sandbox.Gateway.BalancesAt(Clock.GetUtcNow())[0].Total);
    }

    [Fact]
    public async Task APayment_GivesAnAddressToGoTo()
    {
        var (_, created) = await SendAsync(Signed("pg/v2/payment/create",
            """{"merchantTradeNo":"p1","amount":"5.00","currency":"INR","description":"d","payer":{"userId":"u","name":"n","email":"e","phone":"1"},"payMethod":{"type":"UPI"},"notifyUrl":"https://m.test/n","returnUrl":"https://m.test/r"}"""));

        Assert.StartsWith("https://", (string?)created["data"]!["action"]!["url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABusinessFailure_ComesWithHttp200AndItsCode()
    {
        var (response, body) = await SendAsync(Signed("pg/v2/payout/query", """{"payoutNo":"none"}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Common.OrderNotFound", (string?)body["code"]);
        Assert.Null(body["data"]);
        Assert.True(response.Headers.Contains("Authorization"));
    }

    [Fact]
    public async Task WrongSignature_SpoilsTheAnswersSign()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.WrongSignature);
        using var response = await Http.SendAsync(Signed("pg/v2/balance/query", BalanceBody));

        Assert.Contains($"sign={new string('0', 64)}", response.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingSignature_LeavesTheHeaderOut()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.MissingSignature);
        using var response = await Http.SendAsync(Signed("pg/v2/balance/query", BalanceBody));

        Assert.False(response.Headers.Contains("Authorization"));
    }

    private HttpRequestMessage Signed(string path, string body, string? nonce = null, DateTimeOffset? at = null)
    {
        var request = Json(HttpMethod.Post, new Uri(Sandbox.GatewayAddress, path), body);
        request.Headers.Accept.ParseAdd("application/json");
        nonce ??= NextNonce();
        var timestamp = (at ?? Clock.GetUtcNow()).ToUnixTimeMilliseconds().ToString();
        var sign = GatewaySignature.Compute(
            SandboxCredentials.GatewayAppId, SandboxCredentials.GatewayAppSecret, "POST", request.RequestUri!.AbsoluteUri, timestamp, nonce, Encoding.UTF8.GetBytes(body));
        request.Headers.TryAddWithoutValidation(
            "Authorization", new GatewayCredentials(SandboxCredentials.GatewayAppId, sign, timestamp, nonce).ToString());
        return request;
    }

    private string NextNonce() => (++_nonce).ToString("x32");
}
