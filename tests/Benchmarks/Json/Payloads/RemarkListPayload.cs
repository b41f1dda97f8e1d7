using System.Text;
using Specwright.Benchmarks.Generated;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.Benchmarks.Json.ByHand;

namespace Specwright.Benchmarks.Json.Payloads;

/// <summary>Text for people, fifty times: what it costs when strings are escaped, or are not ASCII.</summary>
internal static class RemarkListPayload
{
    public static string Escaped =>
        """{"author":"O\u0027Brien \u0026 S\u00f6hne","subject":"re: \"refund\"","text":"First line\nSecond line\twith a tab, a path C:\\payments\\2026 and a \"quote\"\r\nThird line: \u20b9\u00a0500 \/ \u00a3\u00a04.70","labels":["a\/b","c\\d"]}""";

    public static string NonAscii =>
        """{"author":"प्रिया शर्मा","subject":"भुगतान वापस","text":"आपका भुगतान सफल रहा। Überweisung über 1.250,00 € an Größe & Söhne, 東京支店への振込 ₹ 500.","labels":["शुल्क","手数料"]}""";

    public static Payload Create(string name, string remark) => new Payload<RemarkList, RemarkList.JsonCodec, AnnotatedRemarkList>(
        name,
        Encoding.UTF8.GetBytes($$"""{"remarks":[{{string.Join(',', Enumerable.Repeat(remark, 50))}}]}"""),
        LedgerJson.Default.RemarkList,
        AnnotatedContext.Default.AnnotatedRemarkList,
        RemarkListByHand.Read,
        RemarkListByHand.Write);
}
