using Acme;

public static class Usage
{
    public static async Task TextGoesAndComesAsItIs(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "grüße", "text/plain");

        var note = await Client(wire).AddNoteAsync("héllo");

        Assert.Equal(
            """
            POST https://api.acme.test/notes
            Accept: text/plain
            Content-Type: text/plain; charset=utf-8

            héllo
            """,
            wire.Request);
        Assert.Equal("grüße", note);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
