using Acme;

public static class Usage
{
    public static async Task AnOperationGoesToItsOwnServer(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k" }, wire);

        await client.ListOrdersAsync();
        Assert.StartsWith("GET https://api.acme.test/v1/orders\n", wire.Request);

        await client.CreateFileAsync();
        Assert.Equal("POST https://eu.files.acme.test/files\nAuthorization: Bearer k", wire.Request);

        // A relative address is one on the host of the base address.
        await client.GetHealthAsync();
        Assert.StartsWith("GET https://api.acme.test/health\n", wire.Request);
    }

    public static async Task AnOptionMovesIt(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k", RegionFilesAddress = AcmeOptions.Servers.RegionFiles("us") }, wire);

        await client.CreateFileAsync();
        Assert.StartsWith("POST https://us.files.acme.test/files\n", wire.Request);
    }

    public static async Task WithATestSystem_NoRequestReachesTheLiveOne(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k", BaseAddress = new Uri("https://test.acme.test/v1") }, wire);

        await client.GetHealthAsync();
        Assert.StartsWith("GET https://test.acme.test/health\n", wire.Request);

        var refused = await Assert.ThrowsAsync<ApiConfigurationException>(() => client.CreateFileAsync());
        Assert.Equal(
            "AcmeOptions.RegionFilesAddress is not set: createFile has a server of its own, and the one that the description names is taken only together with the base address that it names.",
            refused.Message);
        Assert.Single(wire.Requests);
    }
}
