using Acme;

public static class Usage
{
    public static async Task NullIsAType(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"kind":"order","limit":5,"note":null,"address":{"city":"Pune"}}""");

        var order = await Client(wire).PutOrderAsync("7", new Order { Kind = OrderKind.Order, Limit = null, Address = null });

        Assert.Equal("""{"kind":"order","limit":null,"address":null}""", wire.Body);
        Assert.Equal(5, order.Limit);
        Assert.Null(order.Note);
        Assert.Equal("Pune", order.Address?.City);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
