using Acme;

public static class Usage
{
    public static async Task AbsentIsNotNull(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"a":"x","b":null,"d":null}""");
        wire.Answer(HttpStatusCode.OK, """{"a":"x","b":null}""");
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order { A = "x", B = null });
        Assert.Equal("""{"a":"x","b":null}""", wire.Body);

        await client.PutOrderAsync("7", order with { A = "y" });
        Assert.Equal("""{"a":"y","b":null,"d":null}""", wire.Body);
    }

    public static async Task WhatIsRequiredMustBeThere(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"a":null,"b":null}""");
        var client = Client(wire);

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.PutOrderAsync("7", new Order { A = "x", B = null }));

        Assert.Contains("$.a", exception.Message);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
