using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON string. Null and numbers are refused.</summary>
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw ApiJson.Unexpected(ref reader, "a string");

    /// <summary>Reads the same, or JSON null.</summary>
    public static string? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
