using Acme;

public static class Usage
{
    public static async Task ListsAndMapsOfThemselvesHaveAType(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"tree":[[],[[]]],"index":{"a":[{"b":[]}]},"either":[[]]}""");

        var order = await Client(wire).PutOrderAsync("7", new Order
        {
            Tree = Tree.Of([Tree.Of([]), Tree.Of([])]),
            Index = Acme.Index.Of(new Dictionary<string, IReadOnlyList<Acme.Index>>()),
            Either = "none",
        });

        Assert.Equal("""{"tree":[[],[]],"index":{},"either":"none"}""", wire.Body);
        Assert.True(order.Tree!.TryGetItems(out var branches));
        Assert.True(branches[1].TryGetItems(out var leaves));
        Assert.Single(leaves);
        Assert.True(order.Index!.TryGetMap(out var entries));
        Assert.True(entries["a"][0].TryGetMap(out var inner));
        Assert.Equal(["b"], inner.Keys);
        Assert.True(order.Either!.TryGetTree(out _));
    }

    public static async Task ListsOfListsAreJustThat(GoldenWire wire)
    {
        var text = """{"matrix":[[[1]]],"maps":{"a":{"b":[0.50]}}}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = Client(wire);

        var order = await client.PutOrderAsync("7", new Order());
        Assert.Equal(1, order.Matrix?[0][0][0]);
        Assert.Equal(0.50m, order.Maps?["a"]["b"][0]);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
