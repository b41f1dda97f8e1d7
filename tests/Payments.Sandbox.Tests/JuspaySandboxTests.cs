using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

public sealed class JuspaySandboxTests : SandboxTest
{
    private const string OtherKey = "ANOTHERSANDBOXKEY";

    private const string Order = """
        {"orderId":"ord-1","amount":3.80,"customerId":"c1","customerPhone":"9999999999","customerEmail":"c@example.com","type":"FULFILL_ONLY",
         "udf1":"kept","fulfillments":[{"amount":3.80,"beneficiaryDetails":{"type":"UPI_ID","details":{"name":"A","vpa":"a@b"}}}]}
        """;

    [Fact]
    public async Task Balances_AreAMapWithTheFiguresOfNow()
    {
        var (response, body) = await GetBalanceAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var expected = Sandbox.Juspay.BalancesAt(Clock.GetUtcNow());
        Assert.Equal(expected.Select(balance => balance.Account), ((JsonObject)body).Select(entry => entry.Key));
        Assert.All(expected, balance => Assert.Equal(Money.AsIs(balance.Total), (string?)body[balance.Account]!["balance"]));
        Assert.All((JsonObject)body, entry => Assert.Equal("2026-03-06T12:00:00Z", (string?)entry.Value!["lastUpdated"]));
    }

    [Fact]
    public async Task Balances_AreHeldForThirtyMinutes()
    {
        var (_, first) = await GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        var (_, held) = await GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        var (_, renewed) = await GetBalanceAsync();

        Assert.True(JsonNode.DeepEquals(first, held));
        Assert.Equal("2026-03-06T12:30:00Z", (string?)renewed["CFGEN_UPI"]!["lastUpdated"]);
        Assert.NotEqual((string?)first["CFGEN_UPI"]!["balance"], (string?)renewed["CFGEN_UPI"]!["balance"]);
    }

    [Fact]
    public async Task Balances_AreHeldPerKey()
    {
        await GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));

        var (_, other) = await GetBalanceAsync(OtherKey);

        Assert.Equal("2026-03-06T12:10:00Z", (string?)other["CFGEN_UPI"]!["lastUpdated"]);
    }

    [Theory]
    [InlineData(null, "E04")]
    [InlineData("Basic !!", "E02")]
    [InlineData("Bearer abc", "E02")]
    [InlineData("Basic d3Jvbmc6", "E02")]
    public async Task AnAbsentOrWrongKey_Is401(string? authorization, string errorCode)
    {
        var (response, body) = await SendAsync(BalanceRequest(authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(errorCode, (string?)body["response"]!["errorCode"]);
        Assert.Equal(401, (int)body["code"]!);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("key:password")]
    public async Task TheKey_NeedsAColonAndAnEmptyPassword(string form)
    {
        var pair = form.Replace("key", SandboxCredentials.JuspayApiKey, StringComparison.Ordinal);

        var (response, _) = await SendAsync(BalanceRequest("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(JuspayErrorShape.Flat, """{"errorMessage":"API key is missing","error":true,"userMessage":"Unauthorized","errorCode":"E04"}""")]
    [InlineData(JuspayErrorShape.Empty, "{}")]
    public async Task ErrorShape_ChoosesTheErrorBody(JuspayErrorShape shape, string expected)
    {
        var options = new SandboxOptions();
        options.Juspay.ErrorShape = shape;
        await using var sandbox = await PaymentsSandbox.StartAsync(options);

        using var response = await Http.GetAsync(new Uri(sandbox.JuspayAddress, "payout/merchant/v1/getways/balance"));

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SimultaneousCallsOfOneKey_AreCounted()
    {
        var gate = new TaskCompletionSource();
        Sandbox.Juspay.Faults.Stick(SandboxFault.HoldUntil(gate.Task));
        var first = GetBalanceAsync();
        var second = GetBalanceAsync();
        var other = GetBalanceAsync(OtherKey);
        await Sandbox.Juspay.WhenCalledAsync("getBalance", 3).WaitAsync(TimeSpan.FromSeconds(20));
        gate.SetResult();
        await Task.WhenAll(first, second, other);

        Assert.Equal(1, Sandbox.Juspay.SimultaneousBalanceCalls);
    }

    [Fact]
    public async Task CallsOneAfterAnother_AreNotSimultaneous()
    {
        await GetBalanceAsync();
        await GetBalanceAsync();

        Assert.Equal(0, Sandbox.Juspay.SimultaneousBalanceCalls);
    }

    [Fact]
    public async Task AnOrder_RunsThroughItsStates()
    {
        var (_, created) = await CreateOrderAsync(Order);
        Clock.Advance(TimeSpan.FromSeconds(5));
        var (_, scheduled) = await GetOrderAsync("ord-1");
        Clock.Advance(TimeSpan.FromSeconds(25));
        var (_, done) = await GetOrderAsync("ord-1");

        Assert.Equal("READY_FOR_FULFILLMENT", (string?)created["status"]);
        Assert.Equal("kept", (string?)created["udf1"]);
        Assert.Equal("CREATED", (string?)created["fulfillments"]![0]!["status"]);
        Assert.Empty((JsonArray)created["payments"]!);
        Assert.Equal("FULFILLMENTS_SCHEDULED", (string?)scheduled["status"]);
        Assert.Equal("FULFILLMENTS_SUCCESSFUL", (string?)done["status"]);
        Assert.Equal((string?)created["fulfillments"]![0]!["id"], (string?)done["fulfillments"]![0]!["id"]);
        Assert.Equal("3.80", done["amount"]!.ToJsonString());
    }

    [Fact]
    public async Task ACancelledFulfillment_EndsTheOrderOnlyBeforeItIsScheduled()
    {
        var (_, early) = await CreateOrderAsync(Order);
        var (_, late) = await CreateOrderAsync(Order.Replace("ord-1", "ord-2", StringComparison.Ordinal));
        await CancelAsync(early);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await CancelAsync(late);

        Assert.Equal("FULFILLMENTS_CANCELLED", (string?)(await GetOrderAsync("ord-1")).Body["status"]);
        Assert.Equal("FULFILLMENTS_SCHEDULED", (string?)(await GetOrderAsync("ord-2")).Body["status"]);

        async Task CancelAsync(JsonNode order)
        {
            var id = (string)order["fulfillments"]![0]!["id"]!;
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.JuspayAddress, $"payout/merchant/v1/fulfillment/{id}/cancel"));
            request.Headers.Add("Authorization", Basic(SandboxCredentials.JuspayApiKey));
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(request)).Response.StatusCode);
        }
    }

    [Fact]
    public async Task Outages_NameBanksAndGateways()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.JuspayAddress, "payout/merchant/v1/outage"));
        request.Headers.Add("Authorization", Basic(SandboxCredentials.JuspayApiKey));

        var (_, body) = await SendAsync(request);

        Assert.Equal("FLUCTUATE", (string?)body["beneficiarySpecificData"]![0]!["status"]);
        Assert.Equal("DOWN", (string?)body["gatewaySpecificData"]![0]!["status"]);
    }

    [Fact]
    public async Task AnOrderWhosePartsDoNotAddUp_IsE01()
    {
        var (response, body) = await CreateOrderAsync(Order.Replace("\"amount\":3.80,\"customerId", "\"amount\":4,\"customerId", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("E01", (string?)body["response"]!["errorCode"]);
    }

    [Fact]
    public async Task AnUnknownOrder_IsE09()
    {
        var (response, body) = await GetOrderAsync("none-such");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Could not find resource: order none-such", (string?)body["response"]!["errorMessage"]);
    }

    protected override void Configure(SandboxOptions options) => options.Juspay.ApiKeys.Add(OtherKey);

    private static string Basic(string key) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"));

    private HttpRequestMessage BalanceRequest(string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.JuspayAddress, "payout/merchant/v1/getways/balance"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }
        return request;
    }

    private Task<(HttpResponseMessage Response, JsonNode Body)> GetBalanceAsync(string key = SandboxCredentials.JuspayApiKey) =>
        SendAsync(BalanceRequest(Basic(key)));

    private Task<(HttpResponseMessage Response, JsonNode Body)> CreateOrderAsync(string body)
    {
        var request = Json(HttpMethod.Post, new Uri(Sandbox.JuspayAddress, "payout/merchant/v1/orders"), body);
        request.Headers.Add("Authorization", Basic(SandboxCredentials.JuspayApiKey));
        return SendAsync(request);
    }

    private Task<(HttpResponseMessage Response, JsonNode Body)> GetOrderAsync(string orderId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.JuspayAddress, $"payout/merchant/v1/orders/{orderId}"));
        request.Headers.Add("Authorization", Basic(SandboxCredentials.JuspayApiKey));
        return SendAsync(request);
    }
}
