using Acme;

public static class Usage
{
    public static async Task Basic(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions { Login = ApiCredential.Basic("asha", "pässword") }, wire).ListOrdersAsync();

        Assert.Equal("Basic " + Convert.ToBase64String("asha:pässword"u8), wire.Field("Authorization"));
    }

    public static async Task Bearer(GoldenWire wire)
    {
        await AcmeClient.Create(new AcmeOptions { Token = "t0k3n" }, wire).ListOrdersAsync();

        Assert.Equal("Bearer t0k3n", wire.Field("Authorization"));
    }

    public static async Task ATokenThatChanges(GoldenWire wire)
    {
        var calls = 0;
        var token = ApiCredential.FromProvider((_, _) => ValueTask.FromResult($"t{++calls}"));
        var client = AcmeClient.Create(new AcmeOptions { Token = token }, wire);

        await client.ListOrdersAsync();
        await client.ListOrdersAsync();

        Assert.Equal("Bearer t2", wire.Field("Authorization"));
        Assert.DoesNotContain("t2", token.ToString());
    }
}
