using System.Globalization;
using System.Security.Cryptography;

namespace Payments.Sandbox;

/// <summary>Payment instruments in memory, each of one payee.</summary>
internal sealed class AccountInstruments(AccountBeneficiaries beneficiaries)
{
    private readonly Lock _lock = new();
    private readonly List<Instrument> _instruments =
    [
        new("4650983997967871990", "4650983997967871956", new Dictionary<string, string> { ["Payment_Type"] = "BUS_USD_Account.Business_ACH" }),
    ];

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
        if (!beneficiaries.IsKnown(beneficiaryId))
        {
            return AccountReply.Refuse(404, "body[BeneficiaryId]: Beneficiary not found.");
        }
        var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)).ToString(CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _instruments.Add(new Instrument(id, beneficiaryId, fields));
        }
        return AccountReply.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteString("PaymentInstrumentId", id);
            json.WriteString("message", "Payment instrument created successfully");
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
                json.WriteString("PaymentInstrumentId", instrument.Id);
                json.WriteString("BeneficiaryId", instrument.BeneficiaryId);
                foreach (var (field, value) in instrument.Fields.Where(field => field.Key is not ("BeneficiaryId" or "PaymentInstrumentId")))
                {
                    json.WriteString(field, value);
                }
                json.WriteEndObject();
            });
        }
    }

    private sealed record Instrument(string Id, string BeneficiaryId, IReadOnlyDictionary<string, string> Fields);
}
