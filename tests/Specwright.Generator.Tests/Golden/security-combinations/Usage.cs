using Acme;

public static class Usage
{
    public static async Task AKeyAndATokenGoTogether(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k", Token = "t" }, wire);

        await client.ListOrdersAsync();

        Assert.Equal("GET https://api.acme.test/orders\nX-Key: k\nAuthorization: Bearer t", wire.Request);
    }

    public static async Task OfTwoThatShareAFieldTheOneThatIsSetIsSent(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Key = "k", Token = "t" }, wire);
        await client.CreateOrderAsync();
        Assert.Equal("Bearer t", wire.Field("Authorization"));

        client = AcmeClient.Create(new AcmeOptions { Key = "k", User = ApiCredential.Basic("u", "p") }, wire);
        await client.CreateOrderAsync();
        Assert.Equal("Basic dTpw", wire.Field("Authorization"));
    }

    public static async Task AnotherSchemeIsSentAsItIs(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Signed = "result=abc" }, wire);

        await client.GetReportAsync();

        Assert.Equal("hoba result=abc", wire.Field("Authorization"));
    }
}
