using Acme;
using Microsoft.Extensions.DependencyInjection;

public static class Usage
{
    public static async Task TheContainerGivesTheClasses(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"available":1.5}""", fields: ("X-As-Of", "now"));
        wire.Answer(HttpStatusCode.OK, """{"items":["a"],"nextCursor":"2"}""");
        wire.Answer(HttpStatusCode.OK, """{"items":["b"]}""");
        var services = new ServiceCollection();
        services.AddAcme().ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();

        var response = await provider.GetRequiredService<AcmeClient>().GetBalanceResponseAsync();
        Assert.Equal((1.5m, "now"), (response.Body.Available, response.DeclaredHeaders.AsOf));

        var items = new List<string>();
        await foreach (var item in provider.GetRequiredService<AcmeOrdersClient>().ListOrdersAllAsync())
        {
            items.Add(item);
        }

        Assert.Equal(["a", "b"], items);
        Assert.DoesNotContain(typeof(AcmeClient).Assembly.GetTypes(), type => type.IsInterface);
    }
}
