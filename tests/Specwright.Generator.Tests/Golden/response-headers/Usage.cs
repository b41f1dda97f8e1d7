using Acme;

public static class Usage
{
    public static async Task DeclaredFieldsAreTyped(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""", "application/json", ("X-Rate-Limit", "5"), ("Last-Change", "2026-01-02T03:04:05Z"), ("X-Other", "o"));

        var response = await Client(wire).GetOrderResponseAsync("7");

        Assert.Equal(5, response.DeclaredHeaders.RateLimit);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), response.DeclaredHeaders.LastChange);
        Assert.Equal("o", response.Headers["X-Other"]);
    }

    public static async Task AFieldThatCannotBeReadIsNoReasonToFail(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""", "application/json", ("X-Rate-Limit", "many"));

        var response = await Client(wire).GetOrderResponseAsync("7");

        Assert.Null(response.DeclaredHeaders.RateLimit);
        Assert.Equal("many", response.Headers["X-Rate-Limit"]);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
