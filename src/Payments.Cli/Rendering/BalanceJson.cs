using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Payments.Cli;

/// <summary>A snapshot as JSON. Amounts are strings, so that no reader turns them into binary floating point; scale as the provider wrote it.</summary>
internal static class BalanceJson
{
    /// <param name="snapshot">What to write.</param>
    /// <param name="isIndented">False gives one line.</param>
    public static string Write(BalanceSnapshot snapshot, bool isIndented)
    {
        using var stream = new MemoryStream();
        // Relaxed escaping: the document goes to a file or a pipe, not into HTML.
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("mode", snapshot.IsSandbox ? "sandbox" : "live");
            json.WriteString("takenAt", Time(snapshot.TakenAt));
            json.WriteStartArray("providers");
            foreach (var provider in snapshot.Providers)
            {
                Write(json, provider);
            }
            json.WriteEndArray();
            json.WriteStartArray("totals");
            foreach (var total in snapshot.Totals)
            {
                Write(json, total);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ProviderAnswer provider)
    {
        json.WriteStartObject();
        json.WriteString("provider", provider.Provider);
        json.WriteString("status", provider.State switch
        {
            AnswerState.Answered => "ok",
            AnswerState.NotConfigured => "notConfigured",
            AnswerState.NotAvailable => "notAvailable",
            _ => "failed",
        });
        json.WriteString("reason", provider.Reason);
        json.WriteStartArray("missing");
        foreach (var name in provider.Missing)
        {
            json.WriteStringValue(name);
        }
        json.WriteEndArray();
        json.WriteStartArray("accounts");
        foreach (var account in provider.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("account", account.Account);
            json.WriteString("currency", account.Currency);
            json.WriteString("available", Amount(account.Available));
            json.WriteString("held", Amount(account.Held));
            json.WriteString("total", Amount(account.Total));
            json.WriteString("asOf", Time(account.AsOf));
            json.WriteString("note", account.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CurrencyTotal total)
    {
        json.WriteStartObject();
        json.WriteString("currency", total.Currency);
        json.WriteNumber("accounts", total.Accounts);
        json.WriteString("available", Amount(total.Available.Amount));
        json.WriteNumber("availableStated", total.Available.Stated);
        json.WriteString("held", Amount(total.Held.Amount));
        json.WriteNumber("heldStated", total.Held.Stated);
        json.WriteString("total", Amount(total.Total.Amount));
        json.WriteNumber("totalStated", total.Total.Stated);
        json.WriteEndObject();
    }

    private static string? Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
