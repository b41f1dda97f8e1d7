using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Generated;
using Specwright.Json;

namespace Specwright.Benchmarks.Json;

/// <summary>Writing a page of transactions into a buffer that is used again.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4 * 1024 * 1024);
    private Utf8JsonWriter _writer = null!;
    private AnnotatedPage _annotated = null!;
    private TransactionPage _generated = null!;

    [Params(1, 100, 10_000)]
    public int Transactions { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var json = Payloads.Page(Transactions);
        _annotated = Payloads.AnnotatedPageOf(json);
        _generated = Payloads.GeneratedPage(json);
        _writer = new Utf8JsonWriter(_buffer);
    }

    [Benchmark(Baseline = true, Description = "System.Text.Json source generator")]
    public int SourceGenerated()
    {
        Reset();
        JsonSerializer.Serialize(_writer, _annotated, AnnotatedContext.Default.AnnotatedPage);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "Specwright")]
    public int Specwright()
    {
        Reset();
        ApiJson.Write<TransactionPage, TransactionPage.JsonCodec>(_buffer, _generated);
        return _buffer.WrittenCount;
    }

    private void Reset()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
    }
}
