using Acme;

public static class Usage
{
    public static async Task EachHasItsOwnName(GoldenWire wire)
    {
        var text = """{"id":"1","ID":"2","i-d":"3","line":{"a":"4"},"Line":{"b":"5"},"order_line":{"c":"6"}}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        await client.PutOrderAsync("7", order);

        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
