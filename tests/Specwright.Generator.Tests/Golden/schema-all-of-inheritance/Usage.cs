using Acme;

public static class Usage
{
    public static async Task TheDiscriminatorTellsWhichRecordItIs(GoldenWire wire)
    {
        var text = """[{"name":"a","kind":"cat","lives":9},{"name":"b","kind":"Dog","home":{"size":"L"}},{"name":"c","kind":"Puppy","weeks":7},{"name":"d","kind":"newt","gills":true}]""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, "[]");
        var client = Client(wire);

        var pets = await client.PutPetsAsync([]);
        Assert.Equal(9, Assert.IsType<Cat>(pets[0]).Lives);
        Assert.Equal("L", ((Dog)pets[1]).Home!.Size);
        Assert.Equal((true, 7), (pets[2] is Dog, (pets[2] as Puppy)?.Weeks));

        // A kind that the description does not know is a Pet that keeps its members.
        Assert.Equal("newt", Assert.IsType<Pet>(pets[3]).Kind);
        await client.PutPetsAsync(pets);
        Assert.Equal(text, wire.Body);
    }

    public static async Task TheRecordSetsTheDiscriminatorItself(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "[]");
        await Client(wire).PutPetsAsync([new Cat { Name = "a" }, new Puppy { Name = "b", Weeks = 7 }]);
        Assert.Equal("""[{"name":"a","kind":"cat"},{"name":"b","kind":"Puppy","weeks":7}]""", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
