using System.Buffers;
using System.Text.Json;

namespace Specwright.Benchmarks.Json.Payloads;

/// <summary>A document that every contender reads and writes: the same bytes in, equal bytes out.</summary>
public abstract class Payload
{
    /// <summary>Every payload, in the order of the tables.</summary>
    public static IReadOnlyList<Payload> All { get; } =
    [
        BalanceEnvelopePayload.Create(),
        TransactionPagePayload.Create("page of 1 transaction", 1),
        TransactionPagePayload.Create("page of 100", 100),
        TransactionPagePayload.Create("page of 10,000", 10_000),
        PaymentPlanPayload.Create(),
        RemarkListPayload.Create("escaped text", RemarkListPayload.Escaped),
        RemarkListPayload.Create("non-ASCII text", RemarkListPayload.NonAscii),
    ];

    public abstract object ReadBySourceGenerator();

    public abstract object ReadBySpecwright();

    public abstract object ReadBySpecwrightThroughSerializer();

    public abstract object ReadByHand();

    public abstract void WriteBySourceGenerator(Utf8JsonWriter writer);

    public abstract void WriteBySpecwright(IBufferWriter<byte> output);

    public abstract void WriteByHand(Utf8JsonWriter writer);
}
