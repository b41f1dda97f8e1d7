using System.Text.Json;

namespace Specwright.Json;

/// <summary>A UUID with hyphens (RFC 9562); written in lower case.</summary>
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? value : throw ApiJson.Unexpected(ref reader, "a UUID");

    /// <summary>Reads the same, or JSON null.</summary>
    public static Guid? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);
}
