using Acme;

public static class Usage
{
    public static async Task EverySuccessIsTheOrder(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.Accepted, """{"id":"7"}""");

        var response = await Client(wire).GetOrderResponseAsync("7");

        Assert.Equal(202, response.StatusCode);
        Assert.Equal("7", response.Body.Id);
    }

    public static async Task TheExactStatusGoesBeforeItsRange(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NotFound, """{"code":"gone"}""");
        wire.Answer(HttpStatusCode.Conflict, """{"code":"busy"}""");
        var client = Client(wire);

        var missing = await Assert.ThrowsAsync<ApiException>(() => client.GetOrderAsync("7"));
        Assert.Equal(404, missing.StatusCode);

        var conflict = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.GetOrderAsync("7"));
        Assert.Equal("busy", conflict.Error.Code);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
