using Acme;

public static class Usage
{
    public static async Task ATupleIsAListOfWhatMayStandAtItsPlaces(GoldenWire wire)
    {
        var text = """{"place":[52.52,13.40],"row":["2026-01-02",7,{"text":"x"},null]}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var chart = await client.PutChartAsync(new Chart { Row = [new DateOnly(2026, 1, 2), 7m, new Note { Text = "x" }] });
        Assert.Equal("""{"row":["2026-01-02",7,{"text":"x"}]}""", wire.Body);
        Assert.Equal([52.52m, 13.40m], chart.Place);
        Assert.True(chart.Row![2].TryGetNote(out var note));
        Assert.Equal("x", note.Text);

        await client.PutChartAsync(chart);
        Assert.Equal(text, wire.Body);
    }
}
