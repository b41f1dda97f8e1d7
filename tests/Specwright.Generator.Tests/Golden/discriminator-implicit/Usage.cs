using Acme;

public static class Usage
{
    public static async Task AConstantMemberTellsTheCaseAndNamesIt(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"type":"deleted","id":"7"}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var stored = await client.PutEventAsync(new EventCreated { Type = EventCreatedType.Created, Id = "7" });
        Assert.Equal("""{"type":"created","id":"7"}""", wire.Body);
        Assert.True(stored.TryGetDeleted(out var deleted));
        Assert.Equal("7", deleted.Id);
    }
}
