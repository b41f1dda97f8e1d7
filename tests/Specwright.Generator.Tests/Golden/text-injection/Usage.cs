using Acme;

public static class Usage
{
    public static async Task TextOfTheDescriptionStaysText(GoldenWire wire)
    {
        var text = """{"a\u0022; public Evil b = null; //":"x","state":"\u2028"}""";
        wire.Answer(HttpStatusCode.OK, text);

        var order = await Client(wire).ListClassInjectedAsync(qEvil: "1");

        Assert.Equal("GET /orders/*/%22);%20System.Environment.Exit(1);%20//?q%22%29%3B%20Evil%28%22=1", wire.Target);
        Assert.Equal("x", order.APublicEvilBNull);
        Assert.True(order.State?.IsKnown);
    }

    public static void NothingElseIsDeclared() => Assert.DoesNotContain(typeof(AcmeClient).Assembly.GetTypes(), type => type.Name is "Injected" or "Evil");

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
