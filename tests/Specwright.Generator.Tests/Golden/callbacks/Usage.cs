using Acme;

public static class Usage
{
    public static async Task ACallback_IsCalledAfterTheOperationThatAsksForIt()
    {
        Assert.Equal(7, AcmeWebhooks.ReadCreateExportFinished("""{"rows":7}"""u8).Rows);

        using var body = new MemoryStream("""{"rows":8}"""u8.ToArray());
        Assert.Equal(8, (await AcmeWebhooks.ReadCreateExportFinishedAsync(body)).Rows);
    }

    public static void QueryParameters_AreReadToo()
    {
        var query = ApiHeaders.From(new Dictionary<string, string[]> { ["attempt"] = ["3"] });

        Assert.Equal(3, CreateExportFinishedWebhookParameters.From(query).Attempt);
    }

    public static void ACallbackThatOperationsShare_IsCalledAfterItsComponent()
        => Assert.Equal("Disk full", AcmeWebhooks.ReadFailure("""{"title":"Disk full"}"""u8).Title);
}
