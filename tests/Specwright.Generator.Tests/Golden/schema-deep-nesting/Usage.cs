using Acme;

public static class Usage
{
    public static async Task TwentySixLevels(GoldenWire wire)
    {
        var text = """{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":{"j":{"k":{"l":{"m":{"n":{"o":{"p":{"q":{"r":{"s":{"t":{"u":{"v":{"w":{"x":{"y":{"z":"end"}}}}}}}}}}}}}}}}}}}}}}}}}}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal("end", order.A!.B!.C!.D!.E!.F!.G!.H!.I!.J!.K!.L!.M!.N!.O!.P!.Q!.R!.S!.T!.U!.V!.W!.X!.Y!.Z);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
