using Acme;

public static class Usage
{
    public static async Task LongNamesAreKept(GoldenWire wire)
    {
        var name = "Name" + string.Concat(Enumerable.Repeat("Longer", 49));
        var text = "{\"" + name + "xx\":{\"a\":\"1\"},\"" + name + "xy\":{\"b\":\"2\"}}";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        await client.PutOrderAsync("7", order);

        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
