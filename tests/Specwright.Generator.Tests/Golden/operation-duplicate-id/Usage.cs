using Acme;

public static class Usage
{
    public static async Task BothCanBeCalled(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.ListAsync();
        Assert.Equal("GET /orders", wire.Target);

        await client.ListGetRefundsAsync();
        Assert.Equal("GET /refunds", wire.Target);
    }
}
