using Acme;

public static class Usage
{
    public static async Task ItemsAreSentWhileTheyCome(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.ImportOrdersAsync(Orders());

        Assert.Equal("application/x-ndjson", wire.Field("Content-Type"));
        Assert.Null(wire.Field("Content-Length"));
        Assert.Equal("{\"id\":1}\n{\"id\":2}\n", wire.Body);
    }

    public static async Task ACollectionIsASequenceToo(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.ImportOrdersAsync(JsonItemsBody.ItemsOf([new Order { Id = 1 }]));

        Assert.Equal("{\"id\":1}\n", wire.Body);
    }

    private static async IAsyncEnumerable<Order> Orders()
    {
        yield return new Order { Id = 1 };
        await Task.Yield();
        yield return new Order { Id = 2 };
    }
}
