using Acme;

public static class Usage
{
    public static async Task QueryIsAMethodWithABody(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """["7"]""");

        var found = await Client(wire).FindOrdersAsync(new FindOrdersRequest { Text = "tea" });

        Assert.Equal("QUERY /orders", wire.Target);
        Assert.Equal("""{"text":"tea"}""", wire.Body);
        Assert.Equal(["7"], found);
    }

    public static async Task AnyOtherMethodToo(GoldenWire wire)
    {
        await Client(wire).PurgeOrdersAsync();

        Assert.Equal("PURGE /orders", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
