using Acme;

public static class Usage
{
    public static async Task NamesAreEncoded(GoldenWire wire)
    {
        await Client(wire).CallAsync("7", "XL", filterName: "n", filterSize: ["s"], top: 5, aBC: "x", quote: "q");

        Assert.Equal("GET /orders/7/XL?filter%5Bname%5D=n&filter%5Bsize%5D=s&%24top=5&a%20b%26c=x&%22=q", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
