using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON number with <c>format: double</c>. A number beyond the type's range is refused, never read as infinity.</summary>
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw ApiJson.Unexpected(ref reader, "a double");

    /// <summary>Reads the same, or JSON null.</summary>
    public static double? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is infinite or not a number: JSON has no such numbers.</exception>
    public static void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}
