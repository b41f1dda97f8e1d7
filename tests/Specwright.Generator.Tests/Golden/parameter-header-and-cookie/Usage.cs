using Acme;

public static class Usage
{
    public static async Task ListsAndObjectsStandInOneField(GoldenWire wire)
    {
        var color = new Color { R = 1, G = 2 };

        await Client(wire).CallAsync("7", tags: ["a", "b"], color: color, session: "s 1", colorCookie: color);

        Assert.Equal(
            """
            GET https://api.acme.test/orders
            X-Id: 7
            X-Tags: a,b
            X-Color: R=1,G=2
            Cookie: session=s%201; color=R%2C1%2CG%2C2
            """,
            wire.Request);
    }

    public static async Task WhatIsNotGivenIsLeftOut(GoldenWire wire)
    {
        await Client(wire).CallAsync("7", tags: []);

        Assert.Equal(
            """
            GET https://api.acme.test/orders
            X-Id: 7
            """,
            wire.Request);
    }

    public static async Task NoValueCanAddAField(GoldenWire wire)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Client(wire).CallAsync("7\r\nX-Admin: true"));

        Assert.IsAssignableFrom<ArgumentException>(exception);
        Assert.Empty(wire.Requests);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
