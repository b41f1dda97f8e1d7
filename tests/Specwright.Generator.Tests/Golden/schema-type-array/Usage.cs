using Acme;

public static class Usage
{
    public static async Task SeveralTypesAreAUnion(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"reference":12345678901234567890,"weight":null,"note":["a","b"],"flag":{"reason":"lost"}}""");

        var order = await Client(wire).PutOrderAsync("7", new Order { Reference = "A-7", Note = "fragile", Flag = true });

        Assert.Equal("""{"reference":"A-7","note":"fragile","flag":true}""", wire.Body);
        Assert.Equal("12345678901234567890", order.Reference?.Text);
        Assert.True(order.Note!.TryGetItems(out var notes));
        Assert.Equal(["a", "b"], notes);
        Assert.Equal("lost", order.Flag!.Switch(isSet => null, details => details.Reason, unknown => null));
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
