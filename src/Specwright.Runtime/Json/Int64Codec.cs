using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON number without fraction in the range of 64 bits. <c>1.0</c> and <c>1e2</c> are integers too (JSON Schema 2020-12, 6.1.1).</summary>
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out var value))
            {
                return value;
            }

            if (DecimalText.TryReadBare(ref reader, out var number) && number is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(number))
            {
                return (long)number;
            }
        }

        throw ApiJson.Unexpected(ref reader, "a 64-bit integer");
    }

    /// <summary>Reads the same, or JSON null.</summary>
    public static long? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}
