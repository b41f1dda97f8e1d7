using Acme;

public static class Usage
{
    public static async Task ItMayBeLeftOut(GoldenWire wire)
    {
        await Client(wire).SendAsync();

        Assert.Equal("POST https://api.acme.test/orders", wire.Request);
    }

    public static async Task OrGiven(GoldenWire wire)
    {
        await Client(wire).SendAsync(new Order { Id = "7" });

        Assert.Equal("""{"id":"7"}""", wire.Body);
    }

    public static async Task WhatReadsHasNoFormWithoutMembers(GoldenWire wire)
    {
        await Client(wire).ListAsync(CancellationToken.None);

        Assert.Equal("GET https://api.acme.test/orders", wire.Request);
        Assert.Null(wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
