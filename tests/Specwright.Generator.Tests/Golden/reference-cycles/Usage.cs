using Acme;

public static class Usage
{
    public static async Task WhatContainsItselfIsRead(GoldenWire wire)
    {
        var text = """{"parent":{"parts":[{"byName":{"a":{"wrapped":{"id":"1"}}}}]},"tree":[[],[[]]],"alias":[1,"x"]}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal("1", order.Parent?.Parts?[0].ByName?["a"].Wrapped?.Id);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
