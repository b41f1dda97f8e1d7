using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Payments.Sandbox;

public sealed class PaymentsSandboxTests : SandboxTest
{
    [Fact]
    public async Task SeveralSandboxes_RunSideBySide()
    {
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PaymentsSandbox.StartAsync()));

        Assert.Equal(16, sandboxes.SelectMany(sandbox => sandbox.Providers).Select(provider => provider.Address.Port).Distinct().Count());
        Assert.All(sandboxes, sandbox => Assert.Equal("/v2/", sandbox.AccountAddress.AbsolutePath));
        foreach (var sandbox in sandboxes)
        {
            await sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task Requests_KeepWhatWasReceived()
    {
        var request = Json(HttpMethod.Post, new Uri(Sandbox.GatewayAddress, "pg/v2/balance/query?a=%2f"), "{\"\u20B9\":1}");
        request.Headers.Add("X-Test", ["one", "two"]);
        await SendAsync(request);

        var received = Assert.Single(Sandbox.Gateway.Requests);
        Assert.Equal("queryBalance", received.Operation);
        Assert.Equal("POST", received.Method);
        Assert.Equal("/pg/v2/balance/query", received.Path);
        Assert.Equal($"{Sandbox.GatewayAddress}pg/v2/balance/query?a=%2f", received.Url);
        Assert.Equal("one,two", received.Header("x-test")!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.GetBytes("{\"\u20B9\":1}"), received.Body.ToArray());
        Assert.Equal(Clock.GetUtcNow(), received.At);
        Assert.Equal(1, Sandbox.Gateway.CallCount("QUERYBALANCE"));
        Assert.Equal(1, Sandbox.Gateway.CallCount("/pg/v2/balance/query"));
        Assert.Equal(0, Sandbox.Gateway.CallCount("createPayout"));
    }

    [Fact]
    public async Task TheDateHeader_ShowsTheSandboxsClock()
    {
        using var response = await Http.GetAsync(Sandbox.CashfreeAddress);

        Assert.Equal(Clock.GetUtcNow(), response.Headers.Date);
    }

    [Fact]
    public async Task AnUnknownPath_Is404InTheProvidersShape()
    {
        var (response, body) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.CashfreeAddress, "payout/v1/none")));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("404", (string?)body["subCode"]);
        Assert.Equal("unknown", Sandbox.Cashfree.Requests[0].Operation);
    }

    [Fact]
    public async Task APortInUse_IsOneClearSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var options = new SandboxOptions();
        options.Gateway.Port = port;

        var exception = await Assert.ThrowsAsync<SandboxStartException>(() => PaymentsSandbox.StartAsync(options));

        Assert.StartsWith($"The gateway sandbox cannot listen on 127.0.0.1:{port}: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressOutsideTheMachine_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => PaymentsSandbox.StartAsync(new SandboxOptions { ListenAddress = IPAddress.Any }));
}
