using Acme;

public static class Usage
{
    public static async Task AbsenceIsNull(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NoContent);
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""");
        var client = Client(wire);

        Assert.Null(await client.GetOrderAsync("7"));
        Assert.Equal("7", (await client.GetOrderAsync("7"))?.Id);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
