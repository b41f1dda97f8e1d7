using Acme;

public static class Usage
{
    public static async Task TheOtherOperationsStay(GoldenWire wire)
    {
        await Client(wire).GetWellKnownAsync();

        Assert.Equal("GET /orders/.well-known", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
