using Specwright.Benchmarks.Generated;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.Benchmarks.Json.ByHand;

namespace Specwright.Benchmarks.Json.Payloads;

/// <summary>One small answer, as a balance is asked for.</summary>
internal static class BalanceEnvelopePayload
{
    private static ReadOnlySpan<byte> Json =>
        """{"status":"SUCCESS","subCode":"200","message":"Ledger balance for the account","data":{"balance":"214735.50","availableBalance":"173980.50"}}"""u8;

    public static Payload Create() => new Payload<BalanceEnvelope, BalanceEnvelope.JsonCodec, AnnotatedEnvelope>(
        "balance envelope",
        Json.ToArray(),
        LedgerJson.Default.BalanceEnvelope,
        AnnotatedContext.Default.AnnotatedEnvelope,
        BalanceEnvelopeByHand.Read,
        BalanceEnvelopeByHand.Write);
}
