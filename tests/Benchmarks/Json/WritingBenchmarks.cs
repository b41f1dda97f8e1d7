using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Json.Payloads;

namespace Specwright.Benchmarks.Json;

/// <summary>Writing into a buffer that is used again: ours against System.Text.Json's source generator (the baseline) and calls written by hand (the limit).</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    /// <summary>As the library's own writer has them, so that all write the same bytes with the same checks.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(4 * 1024 * 1024);
    private Utf8JsonWriter _writer = null!;

    public static IEnumerable<Payload> Payloads => Payload.All;

    [ParamsSource(nameof(Payloads))]
    public Payload Payload { get; set; } = null!;

    [GlobalSetup]
    public void Prepare() => _writer = new Utf8JsonWriter(_buffer, Options);

    [Benchmark(Baseline = true, Description = "System.Text.Json source generator")]
    public int SourceGenerated()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        Payload.WriteBySourceGenerator(_writer);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "Specwright")]
    public int Specwright()
    {
        _buffer.ResetWrittenCount();
        Payload.WriteBySpecwright(_buffer);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "loop by hand")]
    public int ByHand()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        Payload.WriteByHand(_writer);
        _writer.Flush();
        return _buffer.WrittenCount;
    }
}
