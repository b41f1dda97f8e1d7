using Acme;

public static class Usage
{
    public static async Task PagesEndWithOneThatIsShorterThanTheFirst(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """["a", "b"]""");
        wire.Answer(HttpStatusCode.OK, """["c", "d"]""");
        wire.Answer(HttpStatusCode.OK, """["e"]""");

        Assert.Equal(["a", "b", "c", "d", "e"], await ToListAsync(client.ListOrdersAllAsync(limit: 100)));
        Assert.Equal("GET /orders?offset=4&limit=100", wire.Target);
    }

    public static async Task OrWithTheTotal(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"items": ["a", "b"], "total_count": 4}""");
        wire.Answer(HttpStatusCode.OK, """{"items": ["c", "d"], "total_count": 4}""");

        Assert.Equal(["a", "b", "c", "d"], await ToListAsync(client.ListRefundsAllAsync()));
        Assert.Equal(["GET https://api.acme.test/refunds?page=1", "GET https://api.acme.test/refunds?page=2"], wire.Requests.Select(request => request.Split('\n')[0]));
    }

    public static async Task ATotalThatMayBeThatOfTheFirstPageAloneIsNoProof(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"items": ["a", "b"], "total_count": 2}""");
        wire.Answer(HttpStatusCode.OK, """{"items": ["c"], "total_count": 1}""");

        Assert.Equal(["a", "b", "c"], await ToListAsync(client.ListRefundsAllAsync()));
        Assert.Equal(2, wire.Requests.Count);
    }

    public static async Task UnlessThePageIsShorterThanASizeThatIsKnown(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"items": ["a"], "total_count": 1}""");
        wire.Answer(HttpStatusCode.OK, """{"items": ["a", "b"], "total_count": 2}""");

        Assert.Equal(["a"], await ToListAsync(client.ListRefundsAllAsync()));
        Assert.Equal(["a", "b"], await ToListAsync(client.ListRefundsAllAsync(perPage: 3)));
        Assert.Equal(2, wire.Requests.Count);
    }

    public static async Task AServerThatDoesNotKnowTheParameterIsNotAskedForEver(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """["a", "b"]""");
        wire.Answer(HttpStatusCode.OK, """["a", "b"]""");

        await Assert.ThrowsAsync<ApiException>(() => ToListAsync(client.ListOrdersAllAsync()));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
