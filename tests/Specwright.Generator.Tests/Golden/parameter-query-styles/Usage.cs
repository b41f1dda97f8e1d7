using Acme;

public static class Usage
{
    public static async Task ListsStandAsTheirStyleSays(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        string[] names = ["a b", "c,d"];

        await client.FindOrdersAsync(form: names);
        Assert.Equal("GET /orders?form=a%20b&form=c%2Cd", wire.Target);

        await client.FindOrdersAsync(formFlat: names);
        Assert.Equal("GET /orders?formFlat=a%20b,c%2Cd", wire.Target);

        await client.FindOrdersAsync(space: names);
        Assert.Equal("GET /orders?space=a%20b%20c%2Cd", wire.Target);

        await client.FindOrdersAsync(pipe: names);
        Assert.Equal("GET /orders?pipe=a%20b%7Cc%2Cd", wire.Target);
    }

    public static async Task ObjectsStandAsTheirStyleSays(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var range = new Acme.Range { From = 1, To = 5 };

        await client.FindOrdersAsync(range: range);
        Assert.Equal("GET /orders?range%5Bfrom%5D=1&range%5Bto%5D=5", wire.Target);

        await client.FindOrdersAsync(spread: range);
        Assert.Equal("GET /orders?from=1&to=5", wire.Target);

        await client.FindOrdersAsync(flat: range);
        Assert.Equal("GET /orders?flat=from,1,to,5", wire.Target);
    }

    public static async Task WhatIsNotGivenIsLeftOut(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.FindOrdersAsync();

        Assert.Equal("GET https://api.acme.test/orders", wire.Request);
    }
}
