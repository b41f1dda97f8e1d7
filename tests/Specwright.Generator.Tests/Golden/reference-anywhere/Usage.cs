using Acme;

public static class Usage
{
    public static async Task OneSchemaIsOneTypeWhereverItStands(GoldenWire wire)
    {
        var client = Client(wire);
        wire.Answer(HttpStatusCode.OK, """[{"id":"7","price":{"amount":1.5}}]""");
        wire.Answer(HttpStatusCode.OK, """{"id":"7","price":{"amount":1.5}}""");
        wire.Answer(HttpStatusCode.OK, """{"total":{"amount":1.5}}""");

        var orders = await client.ListOrdersAsync();
        var order = await client.GetOrderAsync("7");
        var price = await client.GetPriceAsync("7");

        Assert.Equal(orders[0], order);
        Assert.Equal(price.Total, order.Price);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
