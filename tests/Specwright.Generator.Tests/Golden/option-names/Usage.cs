using Acme;

public static class Usage
{
    public static async Task EverythingIsCalledAsChosen(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NoContent);
        wire.Answer(HttpStatusCode.OK, """{"z":"here","kd":"b2"}""");
        var client = AcmeClient.Create(new AcmeOptions { ApiKey = "key", Token = null }, wire);

        // By the option.
        await client.Shop.PlaceOrderAsync(new Bar { Status = BarSt.Shipped, Inner = new BarIn { X = "x" } }, attempt: 1, most: 2);
        Assert.Equal("POST /foos?n=1&m=2", wire.Target);
        Assert.Equal("""{"st":"s","in":{"x":"x"}}""", wire.Body);
        Assert.Equal("key", wire.Field("X-Key"));

        // By extensions, which an overlay adds.
        Change change = await client.Shop.AmendAsync();
        Assert.Equal("here", change.Zone);
        Assert.Equal(Kind.Broken, change.ChangeKind);
    }
}
