using Acme;

public static class Usage
{
    public static async Task JsonIsReadAsWell(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""");

        var order = await Client(wire).GetOrderAsync("7");

        Assert.Equal("GET /orders/7", wire.Target);
        Assert.Equal("7", order.Id);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
