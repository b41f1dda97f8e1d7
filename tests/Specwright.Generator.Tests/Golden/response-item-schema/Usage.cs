using Acme;

public static class Usage
{
    public static async Task TheDataOfEventsIsTyped(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "event: added\ndata: {\"id\":1}\n\nevent: removed\ndata: {\"reason\":\"sold\"}\n\n", "text/event-stream");

        var seen = new List<string>();
        await foreach (var change in client.WatchChangesAsync())
        {
            seen.Add(change.Type + " " + change.Data.Switch(order => $"{order.Id}", removal => removal.Reason, unknown => "?"));
        }

        Assert.Equal(["added 1", "removed sold"], seen);
    }

    public static async Task ItemsOfASequenceAreTyped(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "\u001E{\"id\":\n1}\n\u001E{\"id\":2}\n", "application/json-seq");

        var ids = new List<int>();
        await foreach (var order in client.ReadLogAsync())
        {
            ids.Add(order.Id);
        }

        Assert.Equal([1, 2], ids);
    }
}
