using System.Text.Json;

namespace Specwright.Json;

/// <summary>Bytes as a base64 string (<c>format: byte</c>, RFC 4648 section 4).</summary>
public readonly struct BytesCodec : IJsonCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value) ? value : throw ApiJson.Unexpected(ref reader, "base64 text");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}
