using Acme;

public static class Usage
{
    public static async Task ItemsOfAllPagesComeOneAfterTheOther(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"data": [{"id": "a"}, {"id": "b"}], "meta": {"next_cursor": "2"}}""");
        wire.Answer(HttpStatusCode.OK, """{"data": [], "meta": {"next_cursor": "3"}}""");
        wire.Answer(HttpStatusCode.OK, """{"data": [{"id": "c"}], "meta": {"next_cursor": null}}""");

        var ids = new List<string>();
        await foreach (var order in client.ListOrdersAllAsync(limit: 2))
        {
            ids.Add(order.Id);
        }

        Assert.Equal(["a", "b", "c"], ids);
        Assert.Equal(
            ["GET https://api.acme.test/orders?limit=2", "GET https://api.acme.test/orders?cursor=2&limit=2", "GET https://api.acme.test/orders?cursor=3&limit=2"],
            wire.Requests.Select(request => request.Split('\n')[0]));
    }

    public static async Task APageIsAskedForOnlyWhenItIsWanted(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"data": [{"id": "a"}], "meta": {"next_cursor": "2"}}""");

        await foreach (var page in client.ListOrdersPagesAsync())
        {
            Assert.Equal("a", Assert.Single(page.Body.Data).Id);
            break;
        }

        Assert.Single(wire.Requests);
    }

    public static async Task ThePlaceMayBeTheLastItem(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"data": [{"id": "a"}, {"id": "b"}], "has_more": true}""");
        wire.Answer(HttpStatusCode.OK, """{"data": [{"id": "c"}], "has_more": false}""");

        await foreach (var _ in client.ListChargesAllAsync())
        {
        }

        Assert.Equal("GET /charges?starting_after=b", wire.Target);
    }

    public static async Task ACircleIsAnError(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"data": [], "meta": {"next_cursor": "2"}}""");
        wire.Answer(HttpStatusCode.OK, """{"data": [], "meta": {"next_cursor": "2"}}""");

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in client.ListOrdersPagesAsync())
            {
            }
        });

        Assert.Equal("listOrders: the pages lead in a circle: the next one was read already", error.Message);
    }
}
