using Acme;

public static class Usage
{
    public static async Task BothCanBeCalled(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.ListItemsAsync();
        Assert.Equal("GET /orders", wire.Target);

        await client.ListItemsGetRefundsAsync();
        Assert.Equal("GET /refunds", wire.Target);
    }
}
