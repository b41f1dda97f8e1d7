using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Generated;
using Specwright.Json;

namespace Specwright.Benchmarks.Json;

/// <summary>Reading one small balance answer.</summary>
[MemoryDiagnoser]
public class EnvelopeBenchmarks
{
    private readonly byte[] _json = Payloads.Envelope;

    [Benchmark(Baseline = true, Description = "System.Text.Json source generator")]
    public AnnotatedEnvelope SourceGenerated() => JsonSerializer.Deserialize(_json, AnnotatedContext.Default.AnnotatedEnvelope)!;

    [Benchmark(Description = "Specwright")]
    public BalanceEnvelope Specwright() => ApiJson.Read<BalanceEnvelope, BalanceEnvelope.JsonCodec>(_json);

    [Benchmark(Description = "loop written by hand")]
    public AnnotatedEnvelope ByHand() => HandWritten.ReadEnvelope(_json);
}
