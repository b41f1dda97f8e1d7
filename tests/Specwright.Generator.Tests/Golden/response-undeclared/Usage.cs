using Acme;

public static class Usage
{
    public static async Task AnyOtherStatusSaysWhatCame(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.BadGateway, "<html>no</html>", "text/html");

        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(wire).GetOrderAsync("7"));

        Assert.Equal(502, exception.StatusCode);
        Assert.Equal("<html>no</html>", exception.Content);
    }

    public static async Task SoDoesAnotherMediaType(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "<html>maintenance</html>", "text/html");

        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(wire).GetOrderAsync("7"));

        Assert.Contains("text/html", exception.Message);
    }

    public static async Task SoDoesABodyThatEndsTooEarly(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7",""");

        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(wire).GetOrderAsync("7"));

        Assert.Equal(200, exception.StatusCode);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
