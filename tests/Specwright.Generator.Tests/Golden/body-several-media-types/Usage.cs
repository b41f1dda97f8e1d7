using Acme;

public static class Usage
{
    public static async Task JsonIsChosen(GoldenWire wire)
    {
        await Client(wire).SendAsync(new Order { Id = "7" });

        Assert.Equal("application/json", wire.Field("Content-Type"));
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
