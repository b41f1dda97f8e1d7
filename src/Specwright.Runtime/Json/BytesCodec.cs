using System.Text.Json;

namespace Specwright.Json;

/// <summary>Bytes as a base64 string (<c>format: byte</c>, RFC 4648 section 4). The alphabet for addresses and text without padding are read too.</summary>
public readonly struct BytesCodec : IJsonCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => Base64Text.Read(ref reader);

    /// <summary>Reads the same, or JSON null.</summary>
    public static ReadOnlyMemory<byte>? ReadNullable(ref Utf8JsonReader reader)
        // The type is named because a bare null would become an empty value by the conversion from arrays.
        => reader.TokenType == JsonTokenType.Null ? default(ReadOnlyMemory<byte>?) : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}
