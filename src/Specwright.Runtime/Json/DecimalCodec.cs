using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// A decimal as a JSON number; the scale is kept (<c>1.50</c> is written back as <c>1.50</c>). A number in quotes is read too,
/// because payment systems mix both. A number that <see cref="decimal"/> could hold only rounded (more than 28 digits) is refused.
/// </summary>
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader) => DecimalText.Read(ref reader);

    /// <summary>Reads the same, or JSON null.</summary>
    public static decimal? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
}
