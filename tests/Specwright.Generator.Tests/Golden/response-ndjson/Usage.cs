using Acme;

public static class Usage
{
    public static async Task EachLineIsAnItem(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "{\"id\":1}\n\n{\"id\":2}\r\n{\"id\":3}", "application/x-ndjson");

        var ids = new List<int>();
        await foreach (var order in client.ExportOrdersAsync())
        {
            ids.Add(order.Id);
        }

        Assert.Equal([1, 2, 3], ids);
        Assert.Equal("application/x-ndjson", wire.Field("Accept"));
    }

    public static async Task EachEnumerationIsACall(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var orders = client.ExportOrdersAsync();
        Assert.Empty(wire.Requests);

        wire.Answer(HttpStatusCode.OK, "{\"id\":1}\n", "application/x-ndjson");
        await foreach (var _ in orders)
        {
            break;
        }

        Assert.Single(wire.Requests);
    }
}
