using Acme;

public static class Usage
{
    public static async Task NumbersAreBinaryUnlessTheFormatSaysDecimal(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"x":1e300,"y":0.5,"price":1.10,"fee":"2.50"}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        double x = 0.25;
        var point = await client.PutPointAsync(new Point { X = x, Price = 1.10m }, zoom: 1.5);

        Assert.Equal("PUT /points?zoom=1.5", wire.Target);
        Assert.Equal("""{"x":0.25,"price":1.10}""", wire.Body);
        Assert.Equal((1e300, 0.5f, 1.10m, 2.50m), (point.X, point.Y, point.Price, point.Fee));
    }
}
