using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

public sealed class FaultTests : SandboxTest
{
    [Fact]
    public async Task Delay_WaitsOnTheSandboxsClock()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.Delay(TimeSpan.FromSeconds(30)));
        var call = SendAsync(Balance());
        await Clock.TimerStartedAsync();

        Assert.False(call.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(30));
        var (response, body) = await call;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("2026-03-06T12:00:30Z", (string?)body["CFGEN_UPI"]!["lastUpdated"]);
    }

    [Fact]
    public async Task HoldReplyUntil_AnswersWithWhatWasTrueWhenTheCallCame()
    {
        var gate = new TaskCompletionSource();
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.HoldReplyUntil(gate.Task));
        var held = SendAsync(Balance());
        // Another call gets through, so the held one is behind its own work for sure.
        while (Sandbox.Juspay.Faults.Pending > 0)
        {
            await Task.Yield();
        }
        await SendAsync(Balance());
        Clock.Advance(TimeSpan.FromMinutes(40));
        gate.SetResult();

        Assert.Equal("2026-03-06T12:00:00Z", (string?)(await held).Body["CFGEN_UPI"]!["lastUpdated"]);
    }

    [Fact]
    public async Task TooManyRequests_SaysWhenToComeBack()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(6.2)));

        var (response, _) = await SendAsync(Balance());

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task InternalServerError_HasEachProvidersOwnShape()
    {
        foreach (var provider in Sandbox.Providers)
        {
            provider.Faults.Enqueue(SandboxFault.InternalServerError);
        }

        Assert.Equal("500", (string?)(await FailureOf(Sandbox.CashfreeAddress))["subCode"]);
        Assert.Equal("E06", (string?)(await FailureOf(Sandbox.JuspayAddress))["response"]!["errorCode"]);
        Assert.Equal("Common.SystemError", (string?)(await FailureOf(Sandbox.GatewayAddress))["code"]);
        Assert.Equal(500, (int)(await FailureOf(Sandbox.AccountAddress))["ResponseCode"]!);

        async Task<JsonNode> FailureOf(Uri address)
        {
            var (response, body) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            return body;
        }
    }

    [Fact]
    public async Task TruncatedBody_EndsBeforeTheAnnouncedLength()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.TruncatedBody);
        using var response = await Http.SendAsync(Balance(), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task CutJson_IsAWholeAnswerThatIsNoJson()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.CutJson);
        using var response = await Http.SendAsync(Balance());
        var text = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("{\"DUMMY_IMPS\"", text, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(text));
    }

    [Fact]
    public async Task HtmlErrorPage_IsNoJson()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.HtmlErrorPage);
        using var response = await Http.SendAsync(Balance());

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task WrongContentType_KeepsTheBody()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.WrongContentType());

        var (response, body) = await SendAsync(Balance());

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(body["CFGEN_UPI"]);
    }

    [Fact]
    public async Task ConnectionReset_GivesNoAnswer()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.ConnectionReset);

        await Assert.ThrowsAsync<HttpRequestException>(() => Http.SendAsync(Balance()));
    }

    [Fact]
    public async Task Respond_ReplacesTheAnswer()
    {
        const string Final = """{"status":"ERROR","subCode":403,"message":"APIs not enabled"}""";
        Sandbox.Cashfree.Faults.Enqueue(SandboxFault.Respond(200, Final));
        using var response = await Http.GetAsync(Sandbox.CashfreeAddress);

        Assert.Equal(Final, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_PutsSeveralFaultsOnOneCall()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.All(SandboxFault.WrongContentType("text/csv"), SandboxFault.CutJson));
        using var response = await Http.SendAsync(Balance());

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(response.Content.ReadAsStream()));
    }

    [Fact]
    public async Task AQueuedFault_MeetsOnlyTheCallItIsFor()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.InternalServerError, "getOrder");
        var (balance, _) = await SendAsync(Balance());
        var (order, _) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.JuspayAddress, "payout/merchant/v1/orders/o-1")));

        Assert.Equal(HttpStatusCode.OK, balance.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, order.StatusCode);
    }

    [Fact]
    public async Task AFaultByPath_MeetsThatPath()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.InternalServerError, "/payout/merchant/v1/getways/balance", times: 2);

        Assert.Equal(HttpStatusCode.InternalServerError, (await SendAsync(Balance())).Response.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await SendAsync(Balance())).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Balance())).Response.StatusCode);
    }

    [Fact]
    public async Task AStickyFault_StaysUntilCleared()
    {
        Sandbox.Juspay.Faults.Stick(SandboxFault.InternalServerError);
        await SendAsync(Balance());
        var (second, _) = await SendAsync(Balance());
        Sandbox.Juspay.Faults.Clear();
        var (third, _) = await SendAsync(Balance());

        Assert.Equal(HttpStatusCode.InternalServerError, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public void AFaultNobodyCouldMeet_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentException>(() => Sandbox.Cashfree.Faults.Enqueue(SandboxFault.WrongSignature));
        Assert.Throws<ArgumentException>(() => Sandbox.Gateway.Faults.Enqueue(SandboxFault.ExpireTokens));
        Assert.Throws<ArgumentException>(() => Sandbox.Cashfree.Faults.Enqueue(SandboxFault.CutJson, "getBalanse"));
    }

    [Fact]
    public async Task AHeldCall_DoesNotKeepTheSandboxFromStopping()
    {
        var sandbox = await PaymentsSandbox.StartAsync();
        sandbox.Juspay.Faults.Enqueue(SandboxFault.HoldUntil(new TaskCompletionSource().Task));
        var call = Http.GetAsync(sandbox.JuspayAddress);
        await sandbox.Juspay.WhenCalledAsync("/").WaitAsync(TimeSpan.FromSeconds(20));

        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    private HttpRequestMessage Balance()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.JuspayAddress, "payout/merchant/v1/getways/balance"));
        var pair = Encoding.UTF8.GetBytes($"{SandboxCredentials.JuspayApiKey}:");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        return request;
    }
}
