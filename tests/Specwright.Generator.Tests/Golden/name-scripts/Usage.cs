using Acme;

public static class Usage
{
    public static async Task LettersOfAnyScriptAreKept(GoldenWire wire)
    {
        var text = """{"größe":"XL","数量":2,"कीमत":1.50,"3d-model":"m","🚀":true,"🚀 launch!":false,"":"e","$":"d","état":"✅"}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal("XL", order.Größe);
        Assert.Equal(2, order.数量);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, System.Text.RegularExpressions.Regex.Unescape(wire.Body!));
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
