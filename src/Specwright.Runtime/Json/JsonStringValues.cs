using System.Text.Json;

namespace Specwright.Json;

/// <summary>The known values of an open string enumeration: reading one of them gives the same string instance and allocates nothing.</summary>
public sealed class JsonStringValues
{
    private readonly string[] _values;
    private readonly Utf8Names _names;

    /// <param name="values">The values as they stand on the wire.</param>
    public JsonStringValues(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        _names = new Utf8Names(values);
    }

    /// <summary>Reads a JSON string: a known value's own instance, or a new string.</summary>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiJson.Unexpected(ref reader, "a string");
        }

        var index = _names.Find(ref reader, 0);
        return index < 0 ? reader.GetString()! : _values[index];
    }
}
