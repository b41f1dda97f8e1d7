using Acme;

public static class Usage
{
    public static async Task MembersBesideTheProperties(GoldenWire wire)
    {
        var text = """{"id":"7","labels":{"a":"b"},"free":{"x":[1]},"count":5,"weight":3}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order { Id = "7", AdditionalProperties = new Dictionary<string, long> { ["count"] = 5 } });
        Assert.Equal("""{"id":"7","count":5}""", wire.Body);
        Assert.Equal("b", order.Labels?["a"]);
        Assert.Equal(3, order.AdditionalProperties?["weight"]);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
