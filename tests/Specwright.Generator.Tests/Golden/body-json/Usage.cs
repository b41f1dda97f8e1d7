using Acme;

public static class Usage
{
    public static async Task Json(GoldenWire wire)
    {
        await Client(wire).SendAsync(new Order { Id = "é<7>", Price = 1.50m });

        Assert.Equal(
            """
            POST https://api.acme.test/orders
            Content-Type: application/json

            {"id":"é<7>","price":1.50}
            """,
            wire.Request.Replace("\\u00E9", "é").Replace("\\u003C", "<").Replace("\\u003E", ">"));
    }

    public static async Task MediaTypesThatEndInJson(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""", "application/vnd.acme.order+json");

        var order = await Client(wire).ChangeAsync(new Order { Id = "7" });

        Assert.Equal(
            """
            PATCH https://api.acme.test/orders
            Accept: application/vnd.acme.order+json; version=2
            Content-Type: application/merge-patch+json

            {"id":"7"}
            """,
            wire.Request);
        Assert.Equal("7", order.Id);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
