using Acme;

public static class Usage
{
    public static async Task TheFieldLeadsToTheNextPage(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """["a"]""", fields: ("Link", """<https://api.acme.test/v1/orders>; rel="first", </v1/orders?after=a>; title="a, \"b\""; rel="next last" """));
        wire.Answer(HttpStatusCode.OK, """["b"]""");

        var items = new List<string>();
        await foreach (var item in client.ListOrdersAllAsync("open"))
        {
            items.Add(item);
        }

        Assert.Equal(["a", "b"], items);
        Assert.Equal(["GET https://api.acme.test/v1/orders?state=open", "GET https://api.acme.test/v1/orders?after=a"], wire.Requests.Select(request => request.Split('\n')[0]));
    }

    public static async Task SoDoesAMemberOfTheBody(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"value": ["a"], "@odata.nextLink": "https://api.acme.test/v1/events?$skiptoken=x"}""");
        wire.Answer(HttpStatusCode.OK, """{"value": ["b"]}""");

        await foreach (var _ in client.ListEventsPagesAsync())
        {
        }

        Assert.Equal("GET /v1/events?$skiptoken=x", wire.Target);
    }

    public static async Task CredentialsStayWithTheirServer(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"@odata.nextLink": "https://evil.test/v1/events"}""");

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in client.ListEventsPagesAsync())
            {
            }
        });

        Assert.Equal("listEvents: the next page is not at api.acme.test, so it is not asked for: credentials stay with their server", error.Message);
        Assert.Single(wire.Requests);
    }
}
