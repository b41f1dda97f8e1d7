using Acme;

public static class Usage
{
    public static async Task TheRestOfTheDescriptionCounts(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7","customer":{"any":"thing"},"total":1.5}""");

        var order = await Client(wire).GetOrderAsync("7", limit: 5);

        Assert.Equal("GET /orders/7?limit=5", wire.Target);
        Assert.Equal(1.5m, order.Total);
        Assert.Equal("thing", order.Customer?.GetProperty("any").GetString());
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
