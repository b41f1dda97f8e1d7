using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Generated;
using Specwright.Json;

namespace Specwright.Benchmarks.Json;

/// <summary>Reading a page of transactions: ours against System.Text.Json's source generator (the baseline) and a loop written by hand.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _json = [];

    [Params(1, 100, 10_000)]
    public int Transactions { get; set; }

    [GlobalSetup]
    public void Prepare() => _json = Payloads.Page(Transactions);

    [Benchmark(Baseline = true, Description = "System.Text.Json source generator")]
    public AnnotatedPage SourceGenerated() => JsonSerializer.Deserialize(_json, AnnotatedContext.Default.AnnotatedPage)!;

    [Benchmark(Description = "Specwright")]
    public TransactionPage Specwright() => ApiJson.Read<TransactionPage, TransactionPage.JsonCodec>(_json);

    [Benchmark(Description = "Specwright through JsonSerializer")]
    public TransactionPage SpecwrightThroughSerializer() => JsonSerializer.Deserialize(_json, LedgerJson.Default.TransactionPage)!;

    [Benchmark(Description = "loop written by hand")]
    public AnnotatedPage ByHand() => HandWritten.ReadPage(_json);
}
