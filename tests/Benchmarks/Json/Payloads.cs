using System.Text;
using System.Text.Json;
using Specwright.Benchmarks.Generated;

namespace Specwright.Benchmarks.Json;

/// <summary>The documents that are read and written, the same bytes for every reader.</summary>
internal static class Payloads
{
    public static byte[] Envelope { get; } =
        """{"status":"SUCCESS","subCode":"200","message":"Ledger balance for the account","data":{"balance":"214735.50","availableBalance":"173980.50"}}"""u8.ToArray();

    /// <summary>Transactions with an unknown member each, as servers that move on send them.</summary>
    public static byte[] Page(int count)
    {
        var text = new StringBuilder("""{"data":[""");
        for (var index = 0; index < count; index++)
        {
            var separator = index == 0 ? "" : ",";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $$$"""{{{separator}}}{"id":"txn-{{{index:D8}}}","amount":"{{{index * 37 % 100000}}}.{{{index % 100:D2}}}","fee":"1.50","currency":"{{{(index % 3 == 0 ? "USD" : "INR")}}}","status":"{{{(index % 7 == 0 ? "PENDING" : "SUCCESS")}}}","createdAt":"2026-11-20T10:{{{index % 60:D2}}}:07.250Z","description":"Payout {{{index}}} to a beneficiary","attempt":{{{index % 4}}},"refunded":{{{(index % 11 == 0 ? "true" : "false")}}},"traceId":"unknown-{{{index}}}","attributes":{"channel":"IMPS","batch":"b{{{index % 9}}}"}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append("""],"next":"txn-next"}""").ToString());
    }

    public static TransactionPage GeneratedPage(byte[] json) => JsonSerializer.Deserialize(json, LedgerJson.Default.TransactionPage)!;

    public static AnnotatedPage AnnotatedPageOf(byte[] json) => JsonSerializer.Deserialize(json, AnnotatedContext.Default.AnnotatedPage)!;
}
