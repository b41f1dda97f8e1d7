using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON string. Null and numbers are refused.</summary>
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw ApiJson.Unexpected(ref reader, "a string");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
