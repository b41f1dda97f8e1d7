using System.Text;
using System.Text.Json;
using Acme;

public static class Usage
{
    // app.MapPost("/hooks/acme", async (HttpRequest request, CancellationToken token) =>
    // {
    //     var webhook = await AcmeWebhooks.ReadAsync(request.Headers["X-Acme-Event"]!, request.Body, token);
    //     return webhook is null ? Results.NotFound() : webhook.Switch(…);
    // });
    public static async Task SeveralWebhooksAtOneAddress_AreToldApartByName()
    {
        using var body = new MemoryStream("""{"id":"p1","amount":12.50}"""u8.ToArray());

        var webhook = await AcmeWebhooks.ReadAsync(AcmeWebhook.Names.PaymentPaid, body);

        var handled = webhook!.Switch(
            paymentPaid: payment => $"paid {payment.Amount}",
            paymentDisputed: dispute => $"disputed: {dispute.Reason}",
            ping: () => "alive");
        Assert.Equal("paid 12.50", handled);
        Assert.True(webhook.TryGetPaymentPaid(out var paid));
        Assert.Equal("p1", paid.Id);
        Assert.False(webhook.TryGetPaymentDisputed(out _));

        Assert.Equal("alive", AcmeWebhooks.Read("ping", [])!.Switch(_ => "", _ => "", () => "alive"));

        // The server may send more kinds tomorrow.
        Assert.Null(AcmeWebhooks.Read("payment.refunded", "{}"u8));
    }

    public static void OneWebhook_HasAReaderOfItsOwn()
    {
        var dispute = AcmeWebhooks.ReadPaymentDisputed("""{"id":"p1","reason":"unknown"}"""u8);
        Assert.Equal("unknown", dispute.Reason);

        var wrong = Assert.Throws<JsonException>(() => AcmeWebhooks.ReadPaymentPaid("""{"id":"p1","amount":"much"}"""u8));
        Assert.StartsWith("$.amount: expected a decimal", wrong.Message);
    }

    public static void Parameters_AreARecord()
    {
        // Stands for request.Headers of a web framework.
        var headers = new Dictionary<string, string[]> { ["x-acme-signature"] = ["5f1d"], ["X-Acme-Attempt"] = ["2"] };

        var parameters = PaymentPaidWebhookParameters.From(ApiHeaders.From(headers));

        Assert.Equal(("5f1d", 2), (parameters.AcmeSignature, parameters.AcmeAttempt));
        Assert.DoesNotContain("5f1d", parameters.ToString());
    }

    public static void AnAnswer_IsWrittenByItsType()
        => Assert.Equal("""{"accept":true}""", JsonSerializer.Serialize(new PaymentDisputedAnswer { Accept = true }, AcmeJson.Default.PaymentDisputedAnswer));
}
