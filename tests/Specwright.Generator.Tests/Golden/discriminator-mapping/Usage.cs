using Acme;

public static class Usage
{
    public static async Task ValuesAreMappedByNameByUriAndByTheNameOfTheSchemaItself(GoldenWire wire)
    {
        var text = """[{"method":"card_v2","number":"4"},{"method":"bank","iban":"DE02"},{"method":"Cash","till":"1"},{"method":"coupon","code":"X"}]""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, "[]");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var payments = await client.PutPaymentsAsync([new Card { Number = "4" }, new Transfer { Iban = "DE02" }, new Cash()]);
        Assert.Equal("""[{"method":"card_v2","number":"4"},{"method":"bank","iban":"DE02"},{"method":"Cash"}]""", wire.Body);
        Assert.True(payments[0].TryGetCard(out _) && payments[1].TryGetTransfer(out _) && payments[2].TryGetCash(out _));
        Assert.True(payments[3].IsUnknown);

        await client.PutPaymentsAsync([payments[3]]);
        Assert.Equal("""[{"method":"coupon","code":"X"}]""", wire.Body);
    }
}
