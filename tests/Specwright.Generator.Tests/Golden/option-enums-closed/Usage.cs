using Acme;

public static class Usage
{
    public static async Task ValuesAreThoseOfAnEnum(GoldenWire wire)
    {
        const string Json = """{"status":"in-transit","before":"open","code":-5,"paidBy":{"kind":"cash"},"pet":{"kind":"Cat","lives":7}}""";
        wire.Answer(HttpStatusCode.OK, Json, fields: [("X-Status", "open"), ("X-Code", "-5")]);
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var order = new Order
        {
            Status = Status.InTransit,
            Before = Status.Open,
            Code = Code.ValueMinus5,
            PaidBy = new Cash { Kind = CashKind.Cash },
            Pet = new Cat { Lives = 7 },
        };

        var response = await client.PutOrderResponseAsync(order, Status.Open, [Status.Open, Status.InTransit], Code.Value1);

        Assert.Equal("PUT /orders?status=open&any=open&any=in-transit", wire.Target);
        Assert.Equal("1", wire.Field("code"));
        Assert.Equal(Json, wire.Body);
        Assert.Equal(order, response.Body);
        Assert.Equal(Status.Open, response.DeclaredHeaders.Status);
        Assert.Equal(Code.ValueMinus5, response.DeclaredHeaders.Code);
        Assert.Null(CodeExtensions.FromWireValue("many"));
        Assert.True(response.Body.Status is Status.InTransit);
    }

    public static async Task AnUnknownTextIsRead_AndNotSent(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"status":"lost","before":"open","code":99,"pet":{"kind":"Dog"}}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var order = await client.PutOrderAsync(new Order { Status = Status.Open });

        // The member for what nobody knows gives way to a text that the description knows.
        Assert.Equal(Status.UnrecognizedValue, order.Status);
        Assert.Equal(default, order.Status);
        Assert.Equal(Status.Unrecognized, StatusExtensions.FromWireValue("unrecognized"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.PutOrderAsync(order));

        // Any number is a value, and a kind that nobody knows stays what it is.
        Assert.Equal(99, (int)order.Code!);
        Assert.Equal("Dog", order.Pet!.Kind);
    }

    public static void TheSerializerKnowsThem()
    {
        Assert.Equal("\"in-transit\"", System.Text.Json.JsonSerializer.Serialize(Status.InTransit, AcmeJson.Default.Status));
        Assert.Equal("[\"open\"]", System.Text.Json.JsonSerializer.Serialize(new[] { Status.Open }));
    }
}
