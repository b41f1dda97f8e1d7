using Acme;

public static class Usage
{
    public static async Task EachFormatHasItsType(GoldenWire wire)
    {
        var text = """{"at":"2026-01-02T03:04:05+05:30","day":"2026-01-02","time":"10:00","lasts":"P1D","id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","data":"AQI=","page":"/a","mail":"a@b","secret":"s","price":"1.50","colour":"#fff","small":1,"large":9007199254740993,"unsigned":1,"whole":2,"odd":3,"amount":0.10,"ratio":0.1,"share":0.5}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(5.5)), order.At);
        Assert.Equal(new DateOnly(2026, 1, 2), order.Day);
        Assert.Equal(new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), order.Id);
        Assert.Equal(new byte[] { 1, 2 }, order.Data?.ToArray());
        Assert.Equal(1.50m, order.Price);
        Assert.Equal(9007199254740993, order.Large);
        Assert.Equal(0.10m, order.Amount);
        Assert.DoesNotContain("Secret = s", order.ToString());

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    public static async Task MoneyKeepsItsScale(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"price":"214735.50"}""");
        wire.Answer(HttpStatusCode.OK, """{"price":214735.50}""");
        wire.Answer(HttpStatusCode.OK, "{}");
        var client = Client(wire);

        var quoted = await client.PutOrderAsync("7", new Order());
        var bare = await client.PutOrderAsync("7", new Order());
        Assert.Equal(quoted, bare);

        await client.PutOrderAsync("7", bare);
        Assert.Equal("""{"price":"214735.50"}""", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
