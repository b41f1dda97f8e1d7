using Acme;

public static class Usage
{
    public static async Task TheOperationsOwnTakesThePlace(GoldenWire wire)
    {
        await Client(wire).GetOrderAsync("7", 5L, trace: "t", limitHeader: 6);

        Assert.Equal(
            """
            GET https://api.acme.test/orders/7?limit=5
            trace: t
            limit: 6
            """,
            wire.Request);
    }

    public static async Task OthersKeepThePathItems(GoldenWire wire)
    {
        await Client(wire).DeleteOrderAsync("7", limit: "all");

        Assert.Equal("DELETE /orders/7?limit=all", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
