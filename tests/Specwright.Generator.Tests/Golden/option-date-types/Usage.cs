using Acme;

public static class Usage
{
    public static async Task PointsInTimeAreInUtc(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"begin":"2024-01-31T10:00:00+05:30","end":null,"day":"2024-01-31","when":"2024-01-31T10:00:00"}""", fields: ("X-Seen", "Wed, 31 Jan 2024 10:00:00 GMT"));
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var begin = new DateTime(2024, 1, 31, 4, 30, 0, 500, DateTimeKind.Utc);

        var response = await client.PutMeetingResponseAsync(new Meeting { Begin = begin, End = begin.ToLocalTime(), Day = new DateOnly(2024, 1, 31), When = DateTime.SpecifyKind(begin, DateTimeKind.Unspecified) }, after: begin, any: [begin]);

        Assert.Equal("PUT /meetings?after=2024-01-31T04%3A30%3A00.5Z&any=2024-01-31T04%3A30%3A00.5Z", wire.Target);
        Assert.Equal("""{"begin":"2024-01-31T04:30:00.5Z","end":"2024-01-31T04:30:00.5Z","day":"2024-01-31","when":"2024-01-31T04:30:00.5Z"}""", wire.Body);
        Assert.Equal((new DateTime(2024, 1, 31, 4, 30, 0), DateTimeKind.Utc), (response.Body.Begin, response.Body.Begin.Kind));
        Assert.True(response.Body.When!.TryGetDateTime(out var when));
        Assert.Equal((new DateTime(2024, 1, 31, 10, 0, 0), DateTimeKind.Utc), (when, when.Kind));
        Assert.Equal((new DateTime(2024, 1, 31, 10, 0, 0), DateTimeKind.Utc), (response.DeclaredHeaders.Seen!.Value, response.DeclaredHeaders.Seen.Value.Kind));
    }
}
