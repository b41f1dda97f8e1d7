using Acme;

public static class Usage
{
    public static async Task TheDocumentationSaysWhatMayFollow(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.Created, """{"id":"o1"}""");

        var order = await client.CreateOrderAsync();
        await client.GetOrderAsync(order.Id);

        Assert.Equal("GET /orders/o1", wire.Target);
    }
}
