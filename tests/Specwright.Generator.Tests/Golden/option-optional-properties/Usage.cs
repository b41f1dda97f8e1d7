using Acme;

public static class Usage
{
    public static async Task APatchSaysAbsentNullOrValue(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"note":null,"count":3}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var stored = await client.PatchOrderAsync("7", new OrderPatch { Note = null, Count = 3, Tags = new(["a"]) });
        Assert.Equal("""{"note":null,"count":3,"tags":["a"]}""", wire.Body);

        Assert.True(stored.Note.HasValue);
        Assert.Null(stored.Note.Value);
        Assert.Equal(3, stored.Count.Value);
        Assert.False(stored.Tags.HasValue);
        Assert.Equal(stored, stored with { Note = new(null) });
        Assert.NotEqual(stored, stored with { Note = default });

        wire.Answer(HttpStatusCode.OK, "{}");
        await client.PatchOrderAsync("7", stored with { Note = default, Count = 4 });
        Assert.Equal("""{"count":4}""", wire.Body);

        // What is optional only stays nullable: null is no value of it.
        string? name = stored.Name;
        Assert.Null(name);
        Assert.DoesNotContain("1234", new OrderPatch { Pin = "1234" }.ToString(), StringComparison.Ordinal);
    }

    public static async Task PartsAndPagesReadThrough(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NoContent);
        wire.Answer(HttpStatusCode.OK, """{"items":["a"],"nextCursor":"2"}""");
        wire.Answer(HttpStatusCode.OK, """{"items":null,"nextCursor":null}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.PostNoteAsync(new PostNoteRequest { Text = "t" });
        Assert.Contains("\n\nt\n", wire.Request, StringComparison.Ordinal);
        Assert.Contains("text", wire.Request, StringComparison.Ordinal);
        Assert.DoesNotContain("more", wire.Request, StringComparison.Ordinal);

        var items = new List<string>();
        await foreach (var item in client.ListPagesAllAsync())
        {
            items.Add(item);
        }

        Assert.Equal(["a"], items);
    }
}
