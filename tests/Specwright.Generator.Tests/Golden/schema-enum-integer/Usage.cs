using Acme;

public static class Usage
{
    public static async Task NumbersHaveNames(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"priority":7}""");

        var order = await Client(wire).PutOrderAsync("7", new Order { Priority = Priority.Low });

        Assert.Equal("""{"priority":-1}""", wire.Body);
        Assert.Equal(7, order.Priority.Value);
        Assert.False(order.Priority.IsKnown);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
