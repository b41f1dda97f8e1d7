using Acme;

public static class Usage
{
    public static async Task ItStandsForEveryError(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.ServiceUnavailable, """{"code":"busy","message":"Come back later."}""");

        var exception = await Assert.ThrowsAsync<ApiException<Problem>>(() => Client(wire).GetOrderAsync("7"));

        Assert.Equal(503, exception.StatusCode);
        Assert.Equal("busy", exception.Error.Code);
    }

    public static async Task ButNotForOtherSuccesses(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.Accepted, """{"code":"busy"}""");

        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(wire).GetOrderAsync("7"));

        Assert.Equal(202, exception.StatusCode);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
