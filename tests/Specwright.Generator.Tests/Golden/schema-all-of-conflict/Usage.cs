using Acme;

public static class Usage
{
    public static async Task AMemberThatTwoPartsDescribeIsWhatBothSay(GoldenWire wire)
    {
        var text = """{"state":"paid","total":12,"due":"2026-01-02","buyer":{"name":"A","vatId":"B"},"lines":[{"sku":"C","quantity":2}],"mark":1}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, text);
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var order = await client.PutOrderAsync("7", new PaidOrder { Total = 12, State = PaidOrderState.Paid });
        Assert.Equal((12, new DateOnly(2026, 1, 2)), (order.Total, order.Due));
        Assert.Equal(("A", "B"), (order.Buyer!.Name, order.Buyer.VatId));
        Assert.Equal(2, order.Lines![0].Quantity);

        await client.PutOrderAsync("7", order);
        Assert.Equal(text, wire.Body);
    }
}
