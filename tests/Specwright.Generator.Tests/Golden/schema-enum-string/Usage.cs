using Acme;

public static class Usage
{
    public static async Task KnownMembersAreNamed(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"state":"in-transit"}""");

        var order = await Client(wire).SetStateAsync("7", new Order { State = OrderState.Open });

        Assert.Equal("""{"state":"open"}""", wire.Body);
        Assert.Equal(OrderState.InTransit, order.State);
        Assert.Equal("on its way", order.State.Value switch
        {
            OrderState.Values.Open => "waiting",
            OrderState.Values.InTransit => "on its way",
            _ => "somewhere",
        });
    }

    public static async Task ValuesThatTheDescriptionDoesNotKnowSurvive(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"state":"lost"}""");
        var client = Client(wire);

        var order = await client.SetStateAsync("7", new Order { State = new OrderState("delayed") });

        Assert.Equal("""{"state":"delayed"}""", wire.Body);
        Assert.False(order.State.IsKnown);
        Assert.Equal("lost", order.State.Value);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
