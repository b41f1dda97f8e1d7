using Acme;

public static class Usage
{
    public static async Task AnyOfTheValuesCanBeSentAndRead(GoldenWire wire)
    {
        var text = """{"limit":2.5,"state":null}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order { State = OrderState.Closed });
        Assert.Equal("""{"state":"closed"}""", wire.Body);
        Assert.Null(order.State);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
