using Acme;

public static class Usage
{
    public static async Task EachStandsAsItsStyleSays(GoldenWire wire)
    {
        string[] names = ["a b", "c,d"];
        var color = new Color { R = 1, G = 2 };

        await Client(wire).CallAsync("x/y?ü", names, color, names, color, names, names, color);

        Assert.Equal("GET /x%2Fy%3F%C3%BC/a%20b,c%2Cd/R=1,G=2/.a%20b,c%2Cd/.R=1.G=2/;matrix=a%20b,c%2Cd/;matrixEach=a%20b;matrixEach=c%2Cd/;R=1;G=2", wire.Target);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
