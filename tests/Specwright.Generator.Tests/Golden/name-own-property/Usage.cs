using Acme;

public static class Usage
{
    public static async Task APropertyMayHaveTheNameOfItsSchema(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"order":"a","Order":{"order":"b"},"line":{"line":"c"},"equals":true,"toString":"t"}""");

        var order = await Client(wire).PutOrderAsync("7", new Order());

        Assert.Equal("a", order.Order_EE04);
        Assert.Equal("b", order.OrderValue?.Order_EE04);
        Assert.Equal("c", order.Line?.Line);
        Assert.True(order.EqualsValue);
        Assert.Equal("t", order.ToStringValue);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
