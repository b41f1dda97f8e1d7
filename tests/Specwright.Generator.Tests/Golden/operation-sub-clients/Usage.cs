using Acme;
using Microsoft.Extensions.DependencyInjection;

public static class Usage
{
    public static async Task EachTagIsAPropertyOfTheClient(GoldenWire wire)
    {
        IAcmeClient client = AcmeClient.Create(new AcmeOptions(), wire);

        wire.Answer(HttpStatusCode.OK, """{"id":"p1","amount":12.50}""");
        var payment = await client.Payments.GetAsync("p1");
        Assert.Equal(12.50m, payment.Amount);
        Assert.Equal("GET /payments/p1", wire.Target);

        await client.Refunds.CreateAsync("p1");
        Assert.Equal("POST /payments/p1/refunds", wire.Target);

        // An operation without a tag.
        await client.PingAsync();
        Assert.Equal("GET /ping", wire.Target);
    }

    public static async Task ASubClientIsAServiceToo(GoldenWire wire)
    {
        var services = new ServiceCollection();
        services.AddAcme().ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAcmeRefundsClient>().CreateAsync("p1");

        Assert.Equal("POST /payments/p1/refunds", wire.Target);
    }
}
