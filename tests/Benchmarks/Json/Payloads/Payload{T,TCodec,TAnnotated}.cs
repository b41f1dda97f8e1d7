using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Specwright.Json;

namespace Specwright.Benchmarks.Json.Payloads;

/// <typeparam name="T">The generated type, which the loops by hand read and write too.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <typeparam name="TAnnotated">The type of the same shape for System.Text.Json's source generator.</typeparam>
internal sealed class Payload<T, TCodec, TAnnotated> : Payload
    where T : class
    where TCodec : IJsonCodec<T>
    where TAnnotated : class
{
    private readonly string _name;
    private readonly byte[] _json;
    private readonly T _value;
    private readonly TAnnotated _annotatedValue;
    private readonly JsonTypeInfo<T> _generated;
    private readonly JsonTypeInfo<TAnnotated> _annotated;
    private readonly HandReader _readByHand;
    private readonly Action<Utf8JsonWriter, T> _writeByHand;

    public Payload(string name, byte[] json, JsonTypeInfo<T> generated, JsonTypeInfo<TAnnotated> annotated, HandReader readByHand, Action<Utf8JsonWriter, T> writeByHand)
    {
        _name = name;
        _json = json;
        _generated = generated;
        _annotated = annotated;
        _readByHand = readByHand;
        _writeByHand = writeByHand;
        _value = (T)ReadBySpecwright();
        _annotatedValue = (TAnnotated)ReadBySourceGenerator();
        CheckThatAllAgree();
    }

    public delegate T HandReader(ReadOnlySpan<byte> json);

    public override string ToString() => _name;

    public override object ReadBySourceGenerator() => JsonSerializer.Deserialize(_json, _annotated)!;

    public override object ReadBySpecwright() => ApiJson.Read<T, TCodec>(_json);

    public override object ReadBySpecwrightThroughSerializer() => JsonSerializer.Deserialize(_json, _generated)!;

    public override object ReadByHand() => _readByHand(_json);

    public override void WriteBySourceGenerator(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, _annotatedValue, _annotated);

    public override void WriteBySpecwright(IBufferWriter<byte> output) => ApiJson.Write<T, TCodec>(output, _value);

    public override void WriteByHand(Utf8JsonWriter writer) => _writeByHand(writer, _value);

    /// <summary>A contender that does less than the others would win for nothing.</summary>
    private void CheckThatAllAgree()
    {
        var written = Written(_value);
        Check(Written((T)ReadByHand()), written, "read by hand");
        Check(Written((T)ReadBySpecwrightThroughSerializer()), written, "read through the serializer");
        Check(Written(WriteByHand), written, "written by hand");
        Check(Written(JsonSerializer.Deserialize(Written(WriteBySourceGenerator), _generated)!), written, "read and written by the source generator");
    }

    private void Check(byte[] found, byte[] expected, string what)
    {
        if (!found.AsSpan().SequenceEqual(expected))
        {
            throw new InvalidOperationException($"'{_name}' {what} differs: {Encoding.UTF8.GetString(found)} instead of {Encoding.UTF8.GetString(expected)}");
        }
    }

    private static byte[] Written(T value) => ApiJson.ToUtf8Bytes<T, TCodec>(value);

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WritingBenchmarks.Options);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
