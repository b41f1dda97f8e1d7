using Acme;

public static class Usage
{
    public static async Task RecursiveListsAndMaps(GoldenWire wire)
    {
        var text = """{"tree":[[],[[]]],"index":{"a":{"b":{}}},"matrix":[[[1]]],"maps":{"a":{"b":[0.5]}}}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
