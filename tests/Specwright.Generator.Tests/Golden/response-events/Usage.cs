using Acme;

public static class Usage
{
    private static readonly Question Question = new() { Text = "What is it?" };

    public static async Task OneMethodGivesTheWholeAnswer(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"text":"It is 42."}""");

        Assert.Equal("It is 42.", (await client.CreateAnswerAsync(Question)).Text);
        Assert.Equal("application/json", wire.Field("Accept"));
    }

    public static async Task TheOtherOneGivesItPieceByPiece(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "data: {\"delta\":\"It is\"}\n\ndata: {\"delta\":\" 42.\"}\n\ndata: [DONE]\n\n", "text/event-stream");

        var text = "";
        await foreach (var piece in client.CreateAnswerStreamAsync(Question))
        {
            text += piece.Data.Delta;
        }

        Assert.Equal("It is 42.", text);
        Assert.Equal("text/event-stream", wire.Field("Accept"));
    }

    public static async Task EventsHaveTypeIdAndRetry(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, ": hello\r\nretry: 3000\r\n\r\nevent: tick\r\nid: 7\r\ndata: first line\r\ndata: second line\r\n\r\ndata: bye\r\n\r\n", "text/event-stream");

        var response = await client.WatchTicksResponseAsync();
        var events = new List<ServerSentEvent<string>>();
        await foreach (var tick in response.Body)
        {
            events.Add(tick);
        }

        Assert.Equal(
            [
                new() { Type = "tick", Id = "7", Retry = TimeSpan.FromSeconds(3), Data = "first line\nsecond line" },
                new() { Type = "message", Id = "7", Retry = TimeSpan.FromSeconds(3), Data = "bye" },
            ],
            events);
    }

    public static async Task AnItemThatCannotBeReadIsNamed(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "data: {\"delta\":\"It is\"}\n\ndata: {\"delta\":42}\n\n", "text/event-stream");

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in client.CreateAnswerStreamAsync(Question))
            {
            }
        });

        Assert.Equal("createAnswer: the server answered 200 OK, but its body cannot be read: item 2: $.delta: expected a string, found 42 (line 1, byte 10)", error.Message);
    }
}
