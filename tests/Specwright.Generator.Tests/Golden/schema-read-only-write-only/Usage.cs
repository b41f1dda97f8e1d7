using Acme;

public static class Usage
{
    public static async Task OneTypeServesBothDirections(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7","name":"Asha"}""");

        var request = new Order { Name = "Asha", Pin = "1234" };
        var order = await Client(wire).PutOrderAsync("7", request);

        Assert.Equal("""{"name":"Asha","pin":"1234"}""", wire.Body);
        Assert.Equal("7", order.Id);
        Assert.DoesNotContain("1234", request.ToString());
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
