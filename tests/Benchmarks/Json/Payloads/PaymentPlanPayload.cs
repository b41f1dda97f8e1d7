using System.Globalization;
using System.Text;
using Specwright.Benchmarks.Generated;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.Benchmarks.Json.ByHand;

namespace Specwright.Benchmarks.Json.Payloads;

/// <summary>A deep tree of unions: sequences and conditions, twelve levels of them, with transfers and conversions as leaves. The discriminator comes first, as the source generator wants it.</summary>
internal static class PaymentPlanPayload
{
    private const int Levels = 12;

    public static Payload Create() => new Payload<PaymentPlan, PaymentPlan.JsonCodec, AnnotatedPlan>(
        "deep unions",
        Encoding.UTF8.GetBytes($$"""{"id":"plan-1","steps":[{{Step(Levels, 1)}},{{Step(Levels, 2)}}]}"""),
        LedgerJson.Default.PaymentPlan,
        AnnotatedContext.Default.AnnotatedPlan,
        PaymentPlanByHand.Read,
        PaymentPlanByHand.Write);

    private static string Step(int levels, int number) => levels == 0
        ? Transfer(number)
        : (levels % 2) switch
        {
            0 => $$"""{"kind":"sequence","steps":[{{Transfer(number)}},{{Conversion(number)}},{{Step(levels - 1, number + 1)}}]}""",
            _ => $$"""{"kind":"condition","when":"balance > {{number}}","then":{{Step(levels - 1, number + 1)}},"otherwise":{{Transfer(number + 7)}}}""",
        };

    private static string Transfer(int number)
    {
        var destination = number % 2 == 0
            ? $$"""{"type":"bank_account","number":"00099900{{number}}","ifsc":"HDFC0000{{number}}"}"""
            : $$"""{"type":"wallet","id":"wallet-{{number}}","verified":true}""";
        return string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"transfer","amount":"{{number * 371}}.50","currency":"INR","to":{{destination}}}""");
    }

    private static string Conversion(int number)
        => string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"conversion","from":"USD","to":"INR","rate":{{number + 80}}.1725}""");
}
