using Acme;

public static class Usage
{
    public static async Task TheServerKnowsItsDefaults(GoldenWire wire)
    {
        await Client(wire).CallAsync(CallOrder.Desc);
        Assert.Equal("GET /orders?order=desc", wire.Target);

        await Client(wire).CallAsync(CallOrder.Asc, limit: 20);
        Assert.Equal("GET /orders?order=asc&limit=20", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
