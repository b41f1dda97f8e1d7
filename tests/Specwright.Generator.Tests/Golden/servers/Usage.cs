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

    public static void AVariableChangesNothingButItsPlace()
    {
        var region = Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Production("evil.example/"));
        Assert.Equal("region", region.ParamName);
        Assert.StartsWith("The server variable 'region' must be one of: eu, in. For another address, set the address option itself.", region.Message, StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Production(version: "../admin"));
        Assert.Equal("https://eu.acme.test/v2%3Fadmin", AcmeOptions.Servers.Production(version: "v2?admin").AbsoluteUri);

        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Tenant("evil.example/"));
        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Tenant("acme@evil"));
        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Tenant("t1", port: "443@evil.example"));
        Assert.Equal("https://t1.acme.test:8443/", AcmeOptions.Servers.Tenant("t1", "8443").AbsoluteUri);

        // A placeholder as the default: there is no address without a value.
        Assert.Equal("https://a1.acme.test/v2", AcmeOptions.Servers.Account("a1").AbsoluteUri);
        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Account("{account}"));

        // The description leaves the host to whoever chooses, and no more than that.
        Assert.Equal("https://api.customer.example:8443/v1", AcmeOptions.Servers.Customer("api.customer.example:8443").AbsoluteUri);
        Assert.Throws<ArgumentException>(() => AcmeOptions.Servers.Customer("api.customer.example/x"));
    }

    public static void CredentialsNeverGoUnencrypted()
    {
        Assert.Throws<ApiConfigurationException>(() => AcmeClient.Create(new AcmeOptions { BaseAddress = new Uri("http://api.acme.test") }));
    }
}
