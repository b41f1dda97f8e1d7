using Acme;

public static class Usage
{
    public static async Task EmptyTextIsSent(GoldenWire wire)
    {
        await Client(wire).CallAsync(verbose: true, filter: "");

        Assert.Equal("GET /orders?verbose=true&filter=", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
