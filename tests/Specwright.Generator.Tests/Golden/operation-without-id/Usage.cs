using Acme;

public static class Usage
{
    public static async Task MethodAndPathGiveTheName(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.GetOrdersByOrderIdLinesAsync(7);
        Assert.Equal("GET /orders/7/lines", wire.Target);

        await client.GetRootAsync();
        Assert.Equal("GET /", wire.Target);
    }
}
