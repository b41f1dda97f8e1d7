using System.Globalization;
using System.Security.Cryptography;

namespace Payments.Sandbox;

/// <summary>Payment instruments in memory, each of one payee.</summary>
internal sealed class AccountInstruments(AccountBeneficiaries beneficiaries, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly List<Instrument> _instruments =
    [
        new("4650983997967871990", "4650983997967871956", "BUS_USD_Account.Business_ACH", timeProvider.GetUtcNow().AddDays(-30)),
    ];

    /// <summary>Every payment type needs the same two fields here; the real lists differ and were not captured.</summary>
    public static SandboxReply GetRequiredFields(SandboxExchange exchange)
    {
        if (string.IsNullOrEmpty(FieldValues.TextOf(exchange.BodyObject()?["PaymentType"])))
        {
            return AccountReply.Refuse(400, "body[PaymentType]: Mandatory Fields are Missing.");
        }
        return AccountReply.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("Fields");
            foreach (var name in (string[])["BeneficiaryId", "Payment_Type"])
            {
                json.WriteStartObject();
                json.WriteString("Name", name);
                json.WriteBoolean("Required", true);
                json.WriteString("Type", "Text");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public SandboxReply Create(SandboxExchange exchange)
    {
        var fields = FieldValues.Read(exchange.BodyNode());
        if (fields is null)
        {
            return AccountReply.Refuse(400, "body: An array of field and value is expected.");
        }
        if (!fields.TryGetValue("BeneficiaryId", out var beneficiaryId))
        {
            return AccountReply.Refuse(400, "body[BeneficiaryId]: Mandatory Fields are Missing.");
        }
        if (!fields.TryGetValue("Payment_Type", out var paymentType))
        {
            return AccountReply.Refuse(400, "body[Payment_Type]: Mandatory Fields are Missing.");
        }
        if (!beneficiaries.IsKnown(beneficiaryId))
        {
            return AccountReply.Refuse(404, "body[BeneficiaryId]: Beneficiary not found.");
        }
        var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)).ToString(CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _instruments.Add(new Instrument(id, beneficiaryId, paymentType, timeProvider.GetUtcNow()));
        }
        return AccountReply.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteString("PaymentInstrumentID", id);
            json.WriteEndObject();
        });
    }

    public SandboxReply List(SandboxExchange exchange)
    {
        var body = exchange.BodyObject();
        if (AccountPage.From(body) is not { } page)
        {
            return AccountPage.Missing();
        }
        if (FieldValues.TextOf(body!["BeneficiaryId"]) is not { } beneficiaryId)
        {
            return AccountReply.Refuse(400, "body[BeneficiaryId]: Mandatory Fields are Missing.");
        }
        lock (_lock)
        {
            return page.Of([.. _instruments.Where(instrument => instrument.BeneficiaryId == beneficiaryId)], (json, instrument) =>
            {
                json.WriteStartObject();
                json.WriteString("CreatedBy", "sandbox");
                json.WriteString("CreatedOn", AccountTime.Text(instrument.CreatedOn));
                json.WriteString("Id", instrument.Id);
                // Small letters and an underscore here, unlike every other member: that is how the page prints it.
                json.WriteString("payment_type", instrument.PaymentType);
                json.WriteEndObject();
            });
        }
    }

    private sealed record Instrument(string Id, string BeneficiaryId, string PaymentType, DateTimeOffset CreatedOn);
}
