using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Specwright.Testing;

/// <summary>Writes and reads by the client's own resolver, without reflection.</summary>
internal sealed partial class TestJson(IJsonTypeInfoResolver[] resolvers)
{
    private readonly JsonSerializerOptions _options = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine([.. resolvers, Scalars.Default]),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] Write(object? value, Type declared)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = _options.Encoder }))
        {
            Write(writer, value, declared);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public T Read<T>(ReadOnlySpan<byte> utf8) =>
        _options.TryGetTypeInfo(typeof(T), out var info) ? JsonSerializer.Deserialize(utf8, (JsonTypeInfo<T>)info)! : throw Unknown(typeof(T));

    private void Write(Utf8JsonWriter writer, object? value, Type? declared)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if ((declared is not null && _options.TryGetTypeInfo(declared, out var info)) || _options.TryGetTypeInfo(value.GetType(), out info))
        {
            JsonSerializer.Serialize(writer, value, info);
        }
        else if (value is IDictionary map)
        {
            writer.WriteStartObject();
            foreach (DictionaryEntry entry in map)
            {
                writer.WritePropertyName((string)entry.Key);
                Write(writer, entry.Value, null);
            }

            writer.WriteEndObject();
        }
        else if (value is IEnumerable items)
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                Write(writer, item, null);
            }

            writer.WriteEndArray();
        }
        else
        {
            throw Unknown(value.GetType());
        }
    }

    private static InvalidOperationException Unknown(Type type) =>
        new($"No resolver knows {type}. Give the client's own, such as AcmeJson.Default, to the constructor of ApiTestHandler.");

    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(bool))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(long))]
    [JsonSerializable(typeof(decimal))]
    [JsonSerializable(typeof(double))]
    [JsonSerializable(typeof(float))]
    [JsonSerializable(typeof(Guid))]
    [JsonSerializable(typeof(DateOnly))]
    [JsonSerializable(typeof(DateTimeOffset))]
    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class Scalars : JsonSerializerContext;
}
