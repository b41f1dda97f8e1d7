using Acme;

public static class Usage
{
    public static async Task TheFirstIsTheDefault(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions(), wire).ListOrdersAsync();

        Assert.Equal("GET https://eu.acme.test/v2/orders", wire.Request);
    }

    public static async Task OthersAreChosenByName(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions { BaseAddress = AcmeOptions.Servers.Production("in", version: "v3") }, wire).ListOrdersAsync();
        Assert.Equal("GET https://in.acme.test/v3/orders", wire.Request);

        await AcmeClient.Create(new AcmeOptions { BaseAddress = AcmeOptions.Servers.Sandbox }, wire).ListOrdersAsync();
        Assert.Equal("GET https://sandbox.acme.test/orders", wire.Request);
    }

    public static void CredentialsNeverGoUnencrypted()
    {
        Assert.Throws<ApiConfigurationException>(() => AcmeClient.Create(new AcmeOptions { BaseAddress = new Uri("http://api.acme.test") }));
    }
}
