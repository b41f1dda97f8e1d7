using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>
/// Reads values back from the text of a request, by the rules of the styles (OpenAPI 3.1.1, "Style Examples"; RFC 6570).
/// What a value is made of is known from the value that was passed: text alone does not tell <c>1</c> from <c>"1"</c>.
/// </summary>
internal static class FieldText
{
    /// <summary>Percent-encoding undone.</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text);

    /// <summary>A scalar; members of members are JSON text.</summary>
    /// <exception cref="FormatException">The text is no such value.</exception>
    public static JToken Scalar(string text, JToken like)
    {
        switch (like.Type)
        {
            case JTokenType.Integer:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? new JValue(integer) : throw new FormatException($"'{text}' is no integer");
            case JTokenType.Float:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? new JValue(number)
                    : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) ? new JValue(large) : throw new FormatException($"'{text}' is no number");
            case JTokenType.Boolean:
                return text is "true" or "false" ? new JValue(text == "true") : throw new FormatException($"'{text}' is neither true nor false");
            case JTokenType.Object or JTokenType.Array:
                return Json(text);
            default:
                return new JValue(text);
        }
    }

    public static JToken Json(string text)
    {
        try
        {
            return YamlText.ParseValue(text);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            throw new FormatException($"'{text}' is no JSON");
        }
    }

    /// <summary>Elements between delimiters: <c>a,b,c</c>.</summary>
    /// <param name="text">Still encoded, so that an encoded delimiter belongs to an element.</param>
    /// <param name="delimiters">What stands between elements.</param>
    /// <param name="like">The list that was passed.</param>
    /// <param name="decode">Undoes the encoding of an element.</param>
    public static JArray List(string text, string[] delimiters, JArray like, Func<string, string> decode)
        => text.Length == 0 && like.Count == 0
            ? []
            : new JArray(text.Split(delimiters, StringSplitOptions.None).Select((part, index) => Scalar(decode(part), Element(like, index))));

    /// <summary>Members as <c>name,value,name,value</c>, or with <paramref name="explode"/> as <c>name=value,name=value</c>.</summary>
    public static JObject Members(string text, string[] delimiters, bool explode, JObject like, Func<string, string> decode)
    {
        var result = new JObject();
        if (text.Length == 0)
        {
            return result;
        }

        var parts = text.Split(delimiters, StringSplitOptions.None);
        if (explode)
        {
            foreach (var part in parts)
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                var name = decode(equals < 0 ? part : part[..equals]);
                result[name] = Scalar(decode(equals < 0 ? "" : part[(equals + 1)..]), like[name] ?? "");
            }

            return result;
        }

        if (parts.Length % 2 != 0)
        {
            throw new FormatException($"'{text}' has a name without a value");
        }

        for (var index = 0; index < parts.Length; index += 2)
        {
            var name = decode(parts[index]);
            result[name] = Scalar(decode(parts[index + 1]), like[name] ?? "");
        }

        return result;
    }

    /// <summary>The value of one field, of any style that keeps it in one place.</summary>
    public static JToken Value(string text, IndependentField field, JToken like, Func<string, string> decode)
    {
        if (field.Style == FieldStyle.Json)
        {
            return Json(decode(text));
        }

        return (field.Style, like) switch
        {
            (FieldStyle.Label, _) => Label(text, field, like, decode),
            (FieldStyle.Matrix, _) => Matrix(text, field, like, decode),
            (_, JArray list) => List(text, Delimiters(field.Style), list, decode),
            (_, JObject members) => Members(text, Delimiters(field.Style), field.Explode, members, decode),
            _ => Scalar(decode(text), like),
        };
    }

    public static string[] Delimiters(FieldStyle style) => style switch
    {
        FieldStyle.Space => ["%20", "+", " "],
        FieldStyle.Tab => ["%09", "\t"],
        FieldStyle.Pipe => ["|", "%7C"],
        _ => [","],
    };

    private static JToken Label(string text, IndependentField field, JToken like, Func<string, string> decode)
    {
        if (!text.StartsWith('.'))
        {
            throw new FormatException($"'{text}' does not begin with a dot");
        }

        var rest = text[1..];
        string[] delimiters = field.Explode ? ["."] : [","];
        return like switch
        {
            JArray list => List(rest, delimiters, list, decode),
            JObject members => Members(rest, delimiters, field.Explode, members, decode),
            _ => Scalar(decode(rest), like),
        };
    }

    private static JToken Matrix(string text, IndependentField field, JToken like, Func<string, string> decode)
    {
        if (!text.StartsWith(';'))
        {
            throw new FormatException($"'{text}' does not begin with a semicolon");
        }

        if (field.Explode && like is JObject members)
        {
            return Members(text[1..], [";"], explode: true, members, decode);
        }

        var values = text[1..].Split(';').Select(pair => decode(pair.Split('=')[0]) == field.Name
            ? pair.Contains('=', StringComparison.Ordinal) ? pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..] : ""
            : throw new FormatException($"'{pair}' is not named {field.Name}")).ToList();
        return like switch
        {
            JArray list when field.Explode => new JArray(values.Select((value, index) => Scalar(decode(value), Element(list, index)))),
            JArray list => List(values.Single(), [","], list, decode),
            JObject map => Members(values.Single(), [","], explode: false, map, decode),
            _ => Scalar(decode(values.Single()), like),
        };
    }

    private static JToken Element(JArray like, int index) => index < like.Count ? like[index] : like.Count > 0 ? like[0] : "";
}
