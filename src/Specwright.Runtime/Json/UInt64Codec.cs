using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON number without fraction and sign in the range of 64 bits (<c>format: uint64</c>).</summary>
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetUInt64(out var value))
            {
                return value;
            }

            if (DecimalText.TryReadBare(ref reader, out var number) && number is >= 0 and <= ulong.MaxValue && decimal.IsInteger(number))
            {
                return (ulong)number;
            }
        }

        throw ApiJson.Unexpected(ref reader, "a 64-bit integer without a sign");
    }

    /// <summary>Reads the same, or JSON null.</summary>
    public static ulong? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);
}
