using Acme;

public static class Usage
{
    public static async Task ARecordHasTheMembersOfAllParts(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"reference":"r-1","storedAt":"2026-01-02T03:04:05Z","id":"7"}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        // 'reference' is a required member here, and in Order itself it is not.
        var stored = await client.CreateOrderAsync(new NewOrder { Reference = "r-1" });
        Assert.Equal("""{"reference":"r-1"}""", wire.Body);
        Assert.Equal(("7", 2026), (stored.Id, stored.StoredAt!.Value.Year));
        Assert.Null(new Order().Reference);
    }
}
