using Acme;

public static class Usage
{
    public static async Task TheClientIsThatOfTheCorrectedText(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"text":"1234"}""");

        var note = await AcmeClient.Create(new AcmeOptions(), wire).AddNoteAsync(new Note { Text = "1234" });

        Assert.Equal("1234", note.Text);
        Assert.Equal("""{"text":"1234"}""", wire.Body);
    }
}
