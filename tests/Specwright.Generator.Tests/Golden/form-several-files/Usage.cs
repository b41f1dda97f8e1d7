using Acme;

public static class Usage
{
    public static async Task FilesReferToOneAnother(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7","price":{"amount":1.50},"previous":{"id":"6"}}""");

        var order = await Client(wire).GetOrderAsync("7");

        Assert.Equal(1.50m, order.Price?.Amount);
        Assert.Equal("6", order.Previous?.Id);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
