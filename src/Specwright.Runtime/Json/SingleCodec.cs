using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON number with <c>format: float</c>. A number beyond the type's range is refused, never read as infinity.</summary>
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out var value) && float.IsFinite(value)
            ? value
            : throw ApiJson.Unexpected(ref reader, "a single-precision number");

    /// <summary>Reads the same, or JSON null.</summary>
    public static float? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is infinite or not a number: JSON has no such numbers.</exception>
    public static void Write(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);
}
