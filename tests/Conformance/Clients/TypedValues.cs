using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Specwright.Json;

namespace Specwright.Conformance;

/// <summary>Values of the types that a generated client uses, from JSON and back to it, through the client's own reading and writing.</summary>
internal sealed class TypedValues(GeneratedClient client)
{
    /// <summary>A value of a C# type.</summary>
    /// <exception cref="NotSupportedException">The type is none that a generated signature is known to have.</exception>
    public object? From(JToken json, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return json.Type == JTokenType.Null ? null : From(json, inner);
        }

        if (json.Type == JTokenType.Null && !type.IsValueType && type != typeof(JsonElement))
        {
            return null;
        }

        if (client.Owns(type))
        {
            return JsonSerializer.Deserialize(TextOf(json), client.Json.GetTypeInfo(type));
        }

        if (type.IsGenericType && type.GetGenericArguments() is { Length: 1 } item && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item)))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (var element in json is JArray array ? array : throw new FormatException($"a list wants an array, not {json.Type}"))
            {
                list.Add(From(element, item[0]));
            }

            return list;
        }

        if (type.IsGenericType && type.GetGenericArguments() is { Length: 2 } pair && pair[0] == typeof(string))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(pair))!;
            foreach (var member in ((JObject)json).Properties())
            {
                map[member.Name] = From(member.Value, pair[1]);
            }

            return map;
        }

        return Scalar(json, type);
    }

    /// <summary>The value as JSON.</summary>
    public JToken ToJson(object? value)
    {
        switch (value)
        {
            case null:
                return JValue.CreateNull();
            case string or bool or int or long:
                return new JValue(value);
            case decimal or double or float:
                return YamlText.ParseValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
            case DateTimeOffset instant:
                return new JValue(instant.ToString("O", CultureInfo.InvariantCulture));
            case DateOnly or TimeOnly:
                return new JValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
            case Guid or Uri:
                return new JValue(value.ToString());
            case ReadOnlyMemory<byte> bytes:
                return new JValue(Convert.ToBase64String(bytes.Span));
            case JsonElement element:
                return YamlText.ParseValue(element.GetRawText());
            case StringOrNumber text:
                return text.IsQuoted ? new JValue(text.Text) : YamlText.ParseValue(text.Text);
        }

        if (client.Owns(value.GetType()))
        {
            return YamlText.ParseValue(JsonSerializer.Serialize(value, client.Json.GetTypeInfo(value.GetType())));
        }

        if (value is IEnumerable items && value.GetType().GetInterfaces().FirstOrDefault(IsMap) is { } map)
        {
            var result = new JObject();
            var entry = typeof(KeyValuePair<,>).MakeGenericType(map.GetGenericArguments());
            foreach (var pair in items)
            {
                result[(string)entry.GetProperty("Key")!.GetValue(pair)!] = ToJson(entry.GetProperty("Value")!.GetValue(pair));
            }

            return result;
        }

        return value is IEnumerable list
            ? new JArray(list.Cast<object?>().Select(ToJson))
            : throw new NotSupportedException($"a value of {value.GetType()}");
    }

    /// <summary>The items of a sequence; of events their data.</summary>
    public async Task<JArray> ItemsAsync<T>(IAsyncEnumerable<T> items)
    {
        var result = new JArray();
        await foreach (var item in items.ConfigureAwait(false))
        {
            var isEvent = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ServerSentEvent<>);
            result.Add(ToJson(isEvent ? typeof(T).GetProperty("Data")!.GetValue(item) : item));
        }

        return result;
    }

    /// <summary>Text that keeps every digit and every line break as it is.</summary>
    public static string TextOf(JToken json) => json.ToString(Newtonsoft.Json.Formatting.None);

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    /// <summary>Of either alphabet, with padding or without.</summary>
    private static byte[] Bytes(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', -text.Length & 3));

    private static object Scalar(JToken json, Type type)
    {
        var text = json is JValue { Value: string value } ? value : TextOf(json);
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.Parse(text),
            _ when type == typeof(int) => int.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(long) => long.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(decimal) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ when type == typeof(double) => double.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(float) => float.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(TimeOnly) => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(Guid) => Guid.Parse(text),
            _ when type == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
            _ when type == typeof(JsonElement) => JsonDocument.Parse(TextOf(json)).RootElement,
            _ when type == typeof(StringOrNumber) => new StringOrNumber(text, json.Type == JTokenType.String),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Bytes(text)),
            _ when type == typeof(FilePart) => new FilePart(Encoding.UTF8.GetBytes(text), "file.bin"),
            _ when type == typeof(BinaryBody) => new BinaryBody(Encoding.UTF8.GetBytes(text)),
            _ when type == typeof(Stream) => new MemoryStream(Encoding.UTF8.GetBytes(text)),
            _ => throw new NotSupportedException($"an argument of {type}"),
        };
    }
}
