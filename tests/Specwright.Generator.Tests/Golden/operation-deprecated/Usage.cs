using Acme;

public static class Usage
{
    public static async Task TheCompilerSaysSo(GoldenWire wire)
    {
    #pragma warning disable CS0618 // That it warns is the point.
        await Client(wire).ListOrdersAsync();
    #pragma warning restore CS0618

        Assert.Equal("GET /orders", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
