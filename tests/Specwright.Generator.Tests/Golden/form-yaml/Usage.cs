using Acme;

public static class Usage
{
    public static async Task WordsThatOlderYamlReadsAsBooleansAreText(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"from":{"city":"Oslo"},"to":{"city":"Bonn"},"country":"NO"}""");

        var order = await Client(wire).GetOrderAsync("7");

        Assert.Equal("Oslo", order.From?.City);
        Assert.Equal("Bonn", order.To?.City);
        Assert.Equal(GetOrderResponseCountry.No, order.Country);
        Assert.Equal("1_000", GetOrderResponseCountry.Values._1_000);
    }

    public static async Task MergedAnswersAreDeclared(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NotFound);

        var exception = await Assert.ThrowsAsync<ApiException>(() => Client(wire).GetOrderAsync("8"));

        Assert.Equal(404, exception.StatusCode);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
