using Acme;

public static class Usage
{
    public static async Task EachStandsWhereItsSchemeSays(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { HeaderKey = "h", QueryKey = "q&", CookieKey = "c" }, wire);

        await client.ListOrdersAsync();

        Assert.Equal(
            """
            GET https://api.acme.test/orders?api%20key=q%26
            X-Key: h
            Cookie: key=c
            """,
            wire.Request);
    }
}
