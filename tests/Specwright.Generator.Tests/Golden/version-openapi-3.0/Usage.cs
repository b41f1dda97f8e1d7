using Acme;

public static class Usage
{
    public static async Task NullableIsAWordOfItsOwn(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7","limit":5,"note":null,"address":{"city":"Pune"}}""");

        var order = await Client(wire).PutOrderAsync("7", new Order { Id = "7", Limit = null, Address = null });

        Assert.Equal("""{"id":"7","limit":null,"address":null}""", wire.Body);
        Assert.Equal(5, order.Limit);
        Assert.Null(order.Note);
        Assert.Equal("Pune", order.Address?.City);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
