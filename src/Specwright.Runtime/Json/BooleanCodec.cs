using System.Text.Json;

namespace Specwright.Json;

/// <summary>JSON <c>true</c> or <c>false</c>; the words in quotes are refused.</summary>
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw ApiJson.Unexpected(ref reader, "true or false"),
    };

    /// <summary>Reads the same, or JSON null.</summary>
    public static bool? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}
