using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Json.Payloads;

namespace Specwright.Benchmarks.Json;

/// <summary>Reading: ours against System.Text.Json's source generator (the baseline) and a loop written by hand (the limit).</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    public static IEnumerable<Payload> Payloads => Payload.All;

    [ParamsSource(nameof(Payloads))]
    public Payload Payload { get; set; } = null!;

    [Benchmark(Baseline = true, Description = "System.Text.Json source generator")]
    public object SourceGenerated() => Payload.ReadBySourceGenerator();

    [Benchmark(Description = "Specwright")]
    public object Specwright() => Payload.ReadBySpecwright();

    [Benchmark(Description = "Specwright through JsonSerializer")]
    public object SpecwrightThroughSerializer() => Payload.ReadBySpecwrightThroughSerializer();

    [Benchmark(Description = "loop by hand")]
    public object ByHand() => Payload.ReadByHand();
}
