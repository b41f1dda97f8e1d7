using Acme;

public static class Usage
{
    public static async Task OpenMembersKeepTheirNames(GoldenWire wire)
    {
        var text = """{"counts":{"n-a":1},"texts":{"a":"b"},"anything":[1],"mark":"m","size":"large","unit":"cm"}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var labels = await client.PutLabelsAsync(new Labels { Counts = new Dictionary<string, long> { ["n-a"] = 1 } });
        Assert.Equal("""{"counts":{"n-a":1}}""", wire.Body);
        Assert.Equal((1L, "b", "m"), (labels.Counts!["n-a"], labels.Texts!["a"], labels.Mark));
        Assert.Equal((Size.Large, LabelsUnit.Cm), (labels.Size, labels.Unit));

        await client.PutLabelsAsync(labels);
        Assert.Equal(text, wire.Body);
    }
}
