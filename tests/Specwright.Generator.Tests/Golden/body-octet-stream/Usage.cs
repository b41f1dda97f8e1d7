using Acme;

public static class Usage
{
    public static async Task Bytes(GoldenWire wire)
    {
        await Client(wire).SendAsync(new byte[] { 0, 255 });

        Assert.Equal("application/octet-stream", wire.Field("Content-Type"));
        Assert.Equal([0, 255], wire.BodyBytes);
    }

    public static async Task AStream(GoldenWire wire)
    {
        await Client(wire).SendAsync(new MemoryStream([1, 2, 3]));

        Assert.Equal("3", wire.Field("Content-Length"));
        Assert.Equal([1, 2, 3], wire.BodyBytes);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
