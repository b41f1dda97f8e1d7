using Acme;

public static class Usage
{
    public static async Task TheStatusDecidesTheType(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        wire.Answer(HttpStatusCode.Accepted, """{"percent":40}""");
        Assert.Equal("202: 40 %", await Describe(client));

        wire.Answer(HttpStatusCode.NonAuthoritativeInformation, """{"percent":50}""");
        Assert.Equal("203: 50 %", await Describe(client));

        wire.Answer(HttpStatusCode.OK, "PK", "application/zip");
        Assert.Equal("200: application/zip; charset=utf-8", await Describe(client));

        wire.Answer(HttpStatusCode.NoContent);
        Assert.Equal("nothing", await Describe(client));
    }

    public static async Task OneTypeCanBeAskedFor(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.Accepted, """{"percent":40}""");

        using var export = await client.GetExportAsync("7");

        Assert.True(export!.TryGetTicket(out var ticket));
        Assert.Equal(40, ticket.Percent);
        Assert.False(export.TryGetStream(out _));
    }

    private static async Task<string> Describe(AcmeClient client)
    {
        using var export = await client.GetExportAsync("7");
        return export is null ? "nothing" : $"{export.StatusCode}: {export.Switch(stream => stream.ContentType, ticket => $"{ticket.Percent} %")}";
    }
}
