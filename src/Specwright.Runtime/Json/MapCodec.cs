using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON object with open member names. The order of the members is kept; of a name that occurs twice, the last value counts.</summary>
public readonly struct MapCodec<T, TCodec> : IJsonCodec<IReadOnlyDictionary<string, T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiJson.Unexpected(ref reader, "an object");
        }

        // Nothing is ever removed, and a Dictionary without removals keeps the order of insertion.
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        ApiJson.Advance(ref reader);
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            ApiJson.Advance(ref reader);
            map[name] = TCodec.Read(ref reader);
            ApiJson.Advance(ref reader);
        }

        return map;
    }

    /// <summary>Reads the same, or JSON null.</summary>
    public static IReadOnlyDictionary<string, T>? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        JsonMembers.WriteAll<T, TCodec>(writer, value);
        writer.WriteEndObject();
    }
}
