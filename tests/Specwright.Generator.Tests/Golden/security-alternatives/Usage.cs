using Acme;

public static class Usage
{
    public static async Task TheFirstThatIsWholeIsUsed(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions { Key = "k", Secret = "s", Token = "t" }, wire).ListOrdersAsync();

        Assert.Equal(
            """
            GET https://api.acme.test/orders
            X-Key: k
            X-Secret: s
            """,
            wire.Request);
    }

    public static async Task HalfACombinationIsNone(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions { Key = "k", Token = "t" }, wire).ListOrdersAsync();

        Assert.Equal(
            """
            GET https://api.acme.test/orders
            Authorization: Bearer t
            """,
            wire.Request);
    }

    public static async Task NothingIsSentWithoutCredentials(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k" }, wire);

        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => client.ListOrdersAsync());

        Assert.Contains("Token", exception.Message);
        Assert.Empty(wire.Requests);
    }
}
