using System.Globalization;
using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>A fixed history of completed transactions: sixty of them, seven hours apart, the newest one hour before the sandbox started.</summary>
internal sealed class AccountTransactions
{
    private const string OwnAccount = "417971020";

    private readonly IReadOnlyList<Transaction> _transactions;

    public AccountTransactions(int seed, TimeProvider timeProvider)
    {
        var newest = timeProvider.GetUtcNow().AddHours(-1);
        var amounts = new BalanceCurve(seed, "account:transactions", "USD", 450m);
        _transactions = [.. Enumerable.Range(0, 60).Select(index =>
        {
            var at = newest.AddHours(-7 * index);
            var isDebit = index % 3 != 0;
            return new Transaction(
                $"FV{6187 - index:000000000}", at, Money.TwoPlaces(amounts.At(at).Total), isDebit,
                isDebit ? "Payment to supplier" : "Incoming transfer");
        })];
    }

    public SandboxReply List(SandboxExchange exchange)
    {
        var body = exchange.BodyObject();
        if (AccountPage.From(body) is not { } page)
        {
            return AccountPage.Missing();
        }
        if (FieldValues.TextOf(body!["Direction"]) is { } direction && direction is not ("debit" or "credit"))
        {
            return AccountReply.Refuse(400, "body[Direction]: debit or credit is expected.");
        }
        if (!TryReadDate(FieldValues.TextOf(body["FromDate"]), DateOnly.MinValue, out var from)
            || !TryReadDate(FieldValues.TextOf(body["ToDate"]), DateOnly.MaxValue, out var to))
        {
            return AccountReply.Refuse(400, "body[FromDate, ToDate]: yyyy-MM-dd is expected.");
        }
        var wanted = FieldValues.TextOf(body["Direction"]);
        var type = FieldValues.TextOf(body["TransactionType"]);
        var description = FieldValues.TextOf(body["Description"]) ?? string.Empty;
        return page.Of([.. _transactions.Where(transaction =>
            (wanted is null || wanted == (transaction.IsDebit ? "debit" : "credit"))
            && (type is null || type == transaction.Type)
            && transaction.Day >= from && transaction.Day <= to
            && transaction.Description.Contains(description, StringComparison.OrdinalIgnoreCase))], Write);
    }

    public SandboxReply Get(SandboxExchange exchange)
    {
        var number = exchange.RouteValue("transactionNumber");
        return _transactions.FirstOrDefault(transaction => transaction.Number == number) is { } found
            ? AccountReply.Ok(json => Write(json, found))
            : AccountReply.Refuse(404, "path[TransactionNumber]: Transaction not found.");
    }

    private static bool TryReadDate(string? text, DateOnly whenMissing, out DateOnly date)
    {
        date = whenMissing;
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static void Write(Utf8JsonWriter json, Transaction transaction)
    {
        json.WriteStartObject();
        json.WriteString("TransactionNumber", transaction.Number);
        json.WriteString("Status", "COMPLETED");
        json.WriteString("CreatedAt", AccountTime.Text(transaction.At));
        json.WriteString("Type", transaction.Type);
        json.WriteString("Amount", transaction.Amount);
        json.WriteString("From", transaction.IsDebit ? OwnAccount : "External account");
        json.WriteString("To", transaction.IsDebit ? "External account" : OwnAccount);
        json.WriteString("Currency", "USD");
        json.WriteString("Description", transaction.Description);
        json.WriteEndObject();
    }

    private sealed record Transaction(string Number, DateTimeOffset At, string Amount, bool IsDebit, string Description)
    {
        public string Type => IsDebit ? "BUS_USD_Account.Business_ACH" : "BUS_USD_Account.Incoming";

        public DateOnly Day => AccountTime.Day(At);
    }
}
