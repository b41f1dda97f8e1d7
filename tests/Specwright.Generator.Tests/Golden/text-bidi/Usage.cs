using Acme;

public static class Usage
{
    public static async Task ControlCharactersAreEscapedInLiterals(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "\"ad\u202Emin\"");

        var role = await Client(wire).ListOrdersAsync();

        Assert.Equal("ad\u202Emin", role.Value);
        Assert.True(role.IsKnown);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
