using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>Payees in memory. A new one is active, and so listed, ten minutes after its creation (the guide says "about").</summary>
internal sealed class AccountBeneficiaries(TimeProvider timeProvider)
{
    private static readonly TimeSpan ActiveAfter = TimeSpan.FromMinutes(10);
    private static readonly string[] RequiredFields = ["Beneficiary_Type", "Beneficiary_Email", "Beneficiary_Country"];

    private static readonly DateTimeOffset SeededOn = new(2022, 9, 9, 11, 42, 43, 730, TimeSpan.Zero);

    private readonly Lock _lock = new();

    private readonly List<Beneficiary> _beneficiaries =
    [
        // Ids are 64-bit numbers that may be negative: as text, so that no client rounds them.
        new("4650983997967871956", Seeded("Individual", "asha.sandbox@example.com", "IN"), SeededOn),
        new("-6477410681264623860", Seeded("Business", "works.sandbox@example.com", "US"), SeededOn),
    ];

    public bool IsKnown(string id)
    {
        lock (_lock)
        {
            return _beneficiaries.Any(beneficiary => beneficiary.Id == id);
        }
    }

    public SandboxReply Create(SandboxExchange exchange)
    {
        var fields = FieldValues.Read(exchange.BodyNode());
        if (fields is null)
        {
            return AccountReply.Refuse(400, "body: An array of field and value is expected.");
        }
        if (fields.ContainsKey("Beneficiary_Status"))
        {
            return AccountReply.Refuse(400, "body[Beneficiary_Status]: Field is not allowed.");
        }
        if (RequiredFields.FirstOrDefault(field => !fields.ContainsKey(field)) is { } missing)
        {
            return AccountReply.Refuse(400, $"body[{missing}]: Mandatory Fields are Missing.");
        }
        var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)).ToString(CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _beneficiaries.Add(new Beneficiary(id, fields, timeProvider.GetUtcNow()));
        }
        return AccountReply.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteString("BeneficiaryId", id);
            json.WriteString("message", "Beneficiary created successfully");
            json.WriteEndObject();
        });
    }

    public SandboxReply List(SandboxExchange exchange)
    {
        if (AccountPage.From(exchange.BodyObject()) is not { } page)
        {
            return AccountPage.Missing();
        }
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            return page.Of([.. _beneficiaries.Where(beneficiary => beneficiary.CreatedOn + ActiveAfter <= now)], Write);
        }
    }

    private static void Write(Utf8JsonWriter json, Beneficiary beneficiary)
    {
        json.WriteStartObject();
        json.WriteString("Id", beneficiary.Id);
        json.WriteString("CreatedBy", "sandbox");
        json.WriteString("CreatedOn", AccountTime.Text(beneficiary.CreatedOn));
        foreach (var (field, value) in beneficiary.Fields.Where(field => field.Key.StartsWith("Beneficiary_", StringComparison.Ordinal)))
        {
            json.WriteString(field, value);
        }
        json.WriteString("Beneficiary_Status", "Active");
        json.WriteEndObject();
    }

    private static Dictionary<string, string> Seeded(string type, string email, string country) => new()
    {
        ["Beneficiary_Type"] = type,
        ["Beneficiary_Email"] = email,
        ["Beneficiary_Country"] = country,
    };

    private sealed record Beneficiary(string Id, IReadOnlyDictionary<string, string> Fields, DateTimeOffset CreatedOn);
}
