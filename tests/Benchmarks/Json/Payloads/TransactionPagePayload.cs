using System.Globalization;
using System.Text;
using Specwright.Benchmarks.Generated;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.Benchmarks.Json.ByHand;

namespace Specwright.Benchmarks.Json.Payloads;

/// <summary>Transactions: strings, decimals in strings, enumerations, a timestamp, a map, and an unknown member each, as servers that move on send them.</summary>
internal static class TransactionPagePayload
{
    public static Payload Create(string name, int count) => new Payload<TransactionPage, TransactionPage.JsonCodec, AnnotatedPage>(
        name,
        Json(count),
        LedgerJson.Default.TransactionPage,
        AnnotatedContext.Default.AnnotatedPage,
        TransactionPageByHand.Read,
        TransactionPageByHand.Write);

    public static byte[] Json(int count)
    {
        var text = new StringBuilder("""{"data":[""");
        for (var index = 0; index < count; index++)
        {
            var separator = index == 0 ? "" : ",";
            text.Append(CultureInfo.InvariantCulture, $$$"""{{{separator}}}{"id":"txn-{{{index:D8}}}","amount":"{{{index * 37 % 100000}}}.{{{index % 100:D2}}}","fee":"1.50","currency":"{{{(index % 3 == 0 ? "USD" : "INR")}}}","status":"{{{(index % 7 == 0 ? "PENDING" : "SUCCESS")}}}","createdAt":"2026-11-20T10:{{{index % 60:D2}}}:07.250Z","description":"Payout {{{index}}} to a beneficiary","attempt":{{{index % 4}}},"refunded":{{{(index % 11 == 0 ? "true" : "false")}}},"traceId":"unknown-{{{index}}}","attributes":{"channel":"IMPS","batch":"b{{{index % 9}}}"}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append("""],"next":"txn-next"}""").ToString());
    }
}
