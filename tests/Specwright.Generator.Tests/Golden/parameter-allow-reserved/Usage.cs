using Acme;

public static class Usage
{
    public static async Task ReservedCharactersStay(GoldenWire wire)
    {
        await Client(wire).CallAsync(plain: "a/b?c", reserved: "https://x/y?z=1&a b#c%2F");

        Assert.Equal("GET /orders?plain=a%2Fb%3Fc&reserved=https://x/y?z=1%26a%20b%23c%2F", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
