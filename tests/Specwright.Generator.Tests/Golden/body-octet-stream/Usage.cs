using Acme;

public static class Usage
{
    public static async Task Bytes(GoldenWire wire)
    {
        await Client(wire).SendAsync(new byte[] { 0, 255 });

        Assert.Equal("application/octet-stream", wire.Field("Content-Type"));
        Assert.Equal([0, 255], wire.BodyBytes);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
