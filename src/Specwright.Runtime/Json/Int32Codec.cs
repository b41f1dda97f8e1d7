using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON number without fraction in the range of 32 bits. <c>1.0</c> and <c>1e2</c> are integers too (JSON Schema 2020-12, 6.1.1).</summary>
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt32(out var value))
            {
                return value;
            }

            if (DecimalText.TryReadBare(ref reader, out var number) && number is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(number))
            {
                return (int)number;
            }
        }

        throw ApiJson.Unexpected(ref reader, "a 32-bit integer");
    }

    /// <summary>Reads the same, or JSON null.</summary>
    public static int? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
}
