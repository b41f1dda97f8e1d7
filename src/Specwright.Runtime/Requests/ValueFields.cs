using System.Buffers;
using System.Text.Json;
using Specwright.Json;

namespace Specwright;

/// <summary>A value of several parts as the text or the fields that a style makes of it (OpenAPI 3.1.1, "Style Examples"; RFC 6570).</summary>
/// <remarks>
/// It goes through the value's JSON, so that names, formats and absent members are those of its codec. Null is left out. The standard gives no style
/// to lists and objects inside (except <c>deepObject</c>, by custom): they stand as JSON text.
/// </remarks>
internal static class ValueFields
{
    public static JsonElement JsonOf<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new PooledBufferWriter();
        ApiJson.Write<T, TCodec>(buffer, value);
        var reader = new Utf8JsonReader(buffer.Written);
        var json = JsonElement.ParseValue(ref reader);
        PooledArray.Return(buffer.Detach(out var length), length);
        return json;
    }

    /// <summary>The text of a scalar; the JSON of anything else.</summary>
    public static string TextOf(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    /// <summary>Encoded names and values, in order.</summary>
    public static List<KeyValuePair<string, string>> QueryOf(string encodedName, JsonElement json, QueryStyle style, bool explode, SearchValues<char> allowed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (style == QueryStyle.DeepObject)
        {
            AddDeep(fields, encodedName, json, allowed);
            return fields;
        }

        if (explode && json.ValueKind is JsonValueKind.Array)
        {
            fields.AddRange(TextsOf(json).Select(text => KeyValuePair.Create(encodedName, PercentEncoding.Encode(text, allowed))));
        }
        else if (explode && json.ValueKind is JsonValueKind.Object)
        {
            fields.AddRange(MembersOf(json).Select(member => KeyValuePair.Create(PercentEncoding.Encode(member.Key), PercentEncoding.Encode(member.Value, allowed))));
        }
        else
        {
            var parts = PartsOf(json, explode: false, text => PercentEncoding.Encode(text, allowed));
            if (parts.Count > 0)
            {
                var delimiter = style switch
                {
                    QueryStyle.Space => "%20",
                    QueryStyle.Pipe => "%7C",
                    QueryStyle.Tab => "%09",
                    _ => ",",
                };
                fields.Add(KeyValuePair.Create(encodedName, string.Join(delimiter, parts)));
            }
        }

        return fields;
    }

    /// <summary>The encoded text in a path; empty where the value has no parts.</summary>
    public static string PathOf(string encodedName, JsonElement json, PathStyle style, bool explode)
    {
        var parts = PartsOf(json, explode, PercentEncoding.Encode);
        if (parts.Count == 0)
        {
            return "";
        }

        return style switch
        {
            PathStyle.Simple => string.Join(',', parts),
            PathStyle.Label => "." + string.Join(explode ? '.' : ',', parts),
            _ when explode && json.ValueKind == JsonValueKind.Object => string.Concat(parts.Select(part => ";" + part)),
            _ when explode && json.ValueKind == JsonValueKind.Array => string.Concat(parts.Select(part => Matrix(encodedName, part))),
            _ => Matrix(encodedName, string.Join(',', parts)),
        };
    }

    /// <summary>The text in a header field, not encoded; null where the value has no parts.</summary>
    public static string? HeaderOf(JsonElement json, bool explode)
    {
        var parts = PartsOf(json, explode, static text => text);
        return parts.Count == 0 ? null : string.Join(',', parts);
    }

    /// <summary>Names and values of cookies, not encoded.</summary>
    public static IEnumerable<KeyValuePair<string, string>> CookiesOf(string name, JsonElement json, bool explode) => json.ValueKind switch
    {
        JsonValueKind.Array when explode => TextsOf(json).Select(text => KeyValuePair.Create(name, text)),
        JsonValueKind.Object when explode => MembersOf(json).Select(member => KeyValuePair.Create(PercentEncoding.Encode(member.Key), member.Value)),
        _ => HeaderOf(json, explode: false) is { } text ? [KeyValuePair.Create(name, text)] : [],
    };

    /// <summary>Members that are not null.</summary>
    public static IEnumerable<KeyValuePair<string, string>> MembersOf(JsonElement json) => json.EnumerateObject()
        .Where(static member => member.Value.ValueKind != JsonValueKind.Null)
        .Select(static member => KeyValuePair.Create(member.Name, TextOf(member.Value)));

    private static IEnumerable<string> TextsOf(JsonElement json)
        => json.EnumerateArray().Where(static item => item.ValueKind != JsonValueKind.Null).Select(TextOf);

    // RFC 6570, 3.2.7: an empty value has no equals sign.
    private static string Matrix(string encodedName, string value) => value.Length == 0 ? $";{encodedName}" : $";{encodedName}={value}";

    private static List<string> PartsOf(JsonElement json, bool explode, Func<string, string> encode) => json.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. TextsOf(json).Select(encode)],
        JsonValueKind.Object when explode => [.. MembersOf(json).Select(member => $"{encode(member.Key)}={encode(member.Value)}")],
        JsonValueKind.Object => [.. MembersOf(json).SelectMany(member => new[] { encode(member.Key), encode(member.Value) })],
        _ => [encode(TextOf(json))],
    };

    private static void AddDeep(List<KeyValuePair<string, string>> fields, string name, JsonElement json, SearchValues<char> allowed)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    AddDeep(fields, $"{name}%5B{PercentEncoding.Encode(member.Name)}%5D", member.Value, allowed);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    AddDeep(fields, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}%5B{index++}%5D"), item, allowed);
                }

                break;
            default:
                fields.Add(KeyValuePair.Create(name, PercentEncoding.Encode(TextOf(json), allowed)));
                break;
        }
    }
}
