using Acme;

public static class Usage
{
    public static async Task WithoutAConstraintAnyJsonIsKept(GoldenWire wire)
    {
        var text = """{"any":[1,"x",null],"described":1e400,"nothing":{},"list":[true,{}]}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal("x", order.Any?[1].GetString());

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
