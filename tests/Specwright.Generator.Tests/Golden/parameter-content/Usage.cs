using Acme;

public static class Usage
{
    public static async Task AJsonDocumentAsAParameter(GoldenWire wire)
    {
        var filter = new Filter { City = "Zürich", After = new DateOnly(2026, 1, 2) };

        await Client(wire).CallAsync(filter: filter, filterHeader: filter);

        Assert.Equal("""{"city":"Z\u00FCrich","after":"2026-01-02"}""", Uri.UnescapeDataString(wire.Target["GET /orders?filter=".Length..]));
        Assert.Equal("""{"city":"Z\u00FCrich","after":"2026-01-02"}""", wire.Field("X-Filter"));
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
