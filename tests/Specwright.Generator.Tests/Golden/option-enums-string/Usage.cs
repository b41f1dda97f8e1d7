using Acme;

public static class Usage
{
    public static async Task ValuesAreTextsAndNumbers(GoldenWire wire)
    {
        const string Json = """{"status":"in-transit","before":"lost","code":99,"paidBy":{"kind":"cash"},"pet":{"kind":"Cat","lives":7}}""";
        wire.Answer(HttpStatusCode.OK, Json, fields: ("X-Status", "open"));
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var order = new Order
        {
            Status = "in-transit",
            Before = "lost",
            Code = 99,
            PaidBy = new Cash { Kind = "cash" },
            Pet = new Cat { Lives = 7 },
        };

        var response = await client.PutOrderResponseAsync(order, "open", ["open", "lost"], 1);

        Assert.Equal("PUT /orders?status=open&any=open&any=lost", wire.Target);
        Assert.Equal("1", wire.Field("code"));
        Assert.Equal(Json, wire.Body);
        Assert.Equal(order, response.Body);
        Assert.Equal("open", response.DeclaredHeaders.Status);
    }
}
