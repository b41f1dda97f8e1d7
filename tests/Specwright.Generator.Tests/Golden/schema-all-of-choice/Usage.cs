using Acme;

public static class Usage
{
    public static async Task EachCaseCarriesTheMembersThatStandBesideTheChoice(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"amount":9.50,"iban":"DE02"}""");
        var client = Client(wire);

        var payment = await client.PutPaymentAsync("7", new PaymentCard { Amount = 9.50m, Number = "4111" });
        Assert.Equal("""{"amount":9.50,"number":"4111"}""", wire.Body);
        Assert.True(payment.TryGetTransfer(out var transfer));
        Assert.Equal((9.50m, "DE02"), (transfer.Amount, transfer.Iban));
    }

    public static async Task BranchesThatOnlyDemandMembersMakeOneRecord(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.NoContent);
        await Client(wire).PutRefundAsync("7", new Refund { Order = "o-1", Lines = ["a"] });
        Assert.Equal("""{"order":"o-1","lines":["a"]}""", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
