using Acme;

public static class Usage
{
    public static async Task TheCorrectedDescriptionCounts(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7","total":"2.00"}""");

        var order = await Client(wire).StoreOrderAsync("7", new Order { Id = "7", Total = 1.50m });

        Assert.Equal("""{"id":"7","total":"1.50"}""", wire.Body);
        Assert.Equal(2.00m, order.Total);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
