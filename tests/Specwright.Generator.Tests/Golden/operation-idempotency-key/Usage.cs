using Acme;

public static class Usage
{
    public static async Task ACallWithoutAKeyGetsOneThatEveryAttemptCarries(GoldenWire wire)
    {
        var keys = 0;
        var client = Retrying(wire, new AcmeOptions { IdempotencyKeySource = () => $"key-{++keys}" });
        wire.Answer(HttpStatusCode.ServiceUnavailable);
        wire.Answer(HttpStatusCode.NoContent);

        await client.CreateOrderAsync();
        await client.CreateRefundAsync();

        Assert.Equal(
            [
                "POST https://api.acme.test/orders\nIdempotency-Key: key-1",
                "POST https://api.acme.test/orders\nIdempotency-Key: key-1",
                "POST https://api.acme.test/refunds\nX-Reference: key-2",
            ],
            wire.Requests);
    }

    public static async Task ACallersKeyIsSent(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.CreateOrderAsync("mine");
        Assert.Equal("mine", wire.Field("Idempotency-Key"));

        await client.ReplaceStockAsync(Guid.Empty);
        Assert.Equal(Guid.Empty.ToString(), wire.Field("X-Idempotency-Key"));
    }

    public static async Task AMethodThatChangesNothingGetsNone(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.ListOrdersAsync();

        Assert.Equal("GET https://api.acme.test/orders", wire.Request);
    }

    public static async Task WhatIsNotRepeatableIsNotRepeated(GoldenWire wire)
    {
        var client = Retrying(wire, new AcmeOptions());
        wire.Answer(HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<ApiException>(() => client.SendEventAsync());

        Assert.Equal("POST https://api.acme.test/events", Assert.Single(wire.Requests));
    }

    private static AcmeClient Retrying(GoldenWire wire, AcmeOptions options) => new(new HttpClient(new OneRetry { InnerHandler = wire }), options);

    private sealed class OneRetry : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable && ApiOperation.From(request) is { IsRepeatable: true }
                ? await base.SendAsync(request, cancellationToken)
                : response;
        }
    }
}
