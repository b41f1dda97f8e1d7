using Acme;

public static class Usage
{
    public static async Task ObjectsAreClassesThatCanBeChanged(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"kind":"Cat","name":"Tom","owner":{"id":1,"note":null,"contact":"mail","extra":[1]}}""", fields: ("X-Version", "3"));
        wire.Answer(HttpStatusCode.OK, """{"kind":"Cat","name":"Kit"}""");
        wire.Answer(HttpStatusCode.OK, """{"kind":"Cat","name":"Kit"}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var response = await client.PutPetResponseAsync(new Cat { Name = "Tom", Owner = new Owner { Id = 1 } });
        Assert.Equal("""{"kind":"Cat","name":"Tom","owner":{"id":1}}""", wire.Body);
        Assert.Equal(3, response.DeclaredHeaders.Version);
        Assert.True(response.Body.TryGetPet(out var pet));

        var cat = Assert.IsType<Cat>(pet);
        cat.Name = "Kit";
        await client.PutPetAsync(cat);
        Assert.Equal("""{"kind":"Cat","name":"Kit","owner":{"id":1,"note":null,"contact":"mail","extra":[1]}}""", wire.Body);

        cat.Owner!.Contact = new OwnerContactWithPhone { Phone = "1" };
        cat.Owner.Note = "n";
        await client.PutPetAsync(cat);
        Assert.Equal("""{"kind":"Cat","name":"Kit","owner":{"id":1,"note":"n","contact":{"phone":"1"},"extra":[1]}}""", wire.Body);
    }

    public static void TheyAreComparedByReferenceAndPrintNothing()
    {
        Assert.NotEqual(new Owner { Id = 1 }, new Owner { Id = 1 });
        Assert.Equal("Acme.Owner", new Owner { Id = 1, Pin = "1234" }.ToString());
    }
}
