using Acme;

public static class Usage
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    public static async Task AnnotationsSayWhereMembersStand(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        await client.CreateOrderAsync(new Order
        {
            Id = 7,
            Amount = 214735.50m,
            Created = new DateOnly(2026, 1, 2),
            State = OrderState.Open,
            Tags = ["a & b", "c"],
            Lines = [new OrderLine { Sku = "x", Parts = [new OrderLine { Sku = "y" }] }],
        });

        Assert.Equal("application/xml", wire.Field("Content-Type"));
        Assert.Equal(
            Declaration
                + """<order id="7" xmlns="urn:acme:orders"><amount>214735.50</amount><created>2026-01-02</created><state>open</state><tag>a &amp; b</tag><tag>c</tag>"""
                + """<lines><line code="x"><line code="y" /></line></lines></order>""",
            wire.Body);
    }

    public static async Task NamespacesHaveTheirPrefixes(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        await client.CreateOrderAsync(new Order { Id = 7, Amount = 1m, Customer = new Customer { Name = "Zoë" } });

        Assert.Contains("""<p:customer xmlns:p="urn:acme:people"><name>Zoë</name></p:customer>""", wire.Body);
    }

    public static async Task ListsAreDocumentsToo(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.CreateBatchAsync([new OrderLine { Sku = "x" }]);
        Assert.Equal(Declaration + """<batch><line code="x" /></batch>""", wire.Body);

        await client.CreateBatchAsync();
        Assert.Null(wire.Body);
    }

    public static async Task WhatIsNotModelledIsTheCallersText(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        await client.CreateDocumentAsync("<anything/>");
        Assert.Equal("<anything/>", wire.Body);
    }
}
