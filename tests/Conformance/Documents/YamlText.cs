using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specwright.Conformance;

/// <summary>Text of a description as JSON. NSwag's own YAML reader makes every plain scalar a string, so that <c>enum: [1, 2]</c> would hold texts.</summary>
internal static partial class YamlText
{
    public static JObject Parse(string text, bool isJson)
    {
        if (isJson)
        {
            return ParseJson(text);
        }

        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(new StringReader(text))));
        return (JObject)Convert(stream.Documents[0].RootNode);
    }

    /// <summary>Dates stay text and numbers keep their digits.</summary>
    public static JToken ParseValue(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 512 };
        try
        {
            return Load(reader);
        }
        catch (JsonReaderException exception) when (exception.Message.Contains("decimal", StringComparison.Ordinal))
        {
            // A number that decimal cannot hold.
            using var again = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Double, MaxDepth = 512 };
            return Load(again);
        }
    }

    private static JToken Load(JsonTextReader reader)
    {
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("Text follows the value.") : token;
    }

    private static JObject ParseJson(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 512 };
        return JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
    }

    private static JToken Convert(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var result = new JObject();
                foreach (var (key, value) in mapping)
                {
                    result[((YamlScalarNode)key).Value!] = Convert(value);
                }

                return result;
            case YamlSequenceNode sequence:
                return new JArray(sequence.Select(Convert));
            case YamlScalarNode { Style: ScalarStyle.Plain } scalar:
                return Plain(scalar.Value!);
            default:
                return new JValue(((YamlScalarNode)node).Value);
        }
    }

    // YAML 1.2.2, 10.3.2 Tag Resolution of the core schema.
    private static JValue Plain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            return JValue.CreateNull();
        }

        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return new JValue(text[0] is 't' or 'T');
        }

        if (Whole().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return new JValue(whole);
        }

        return Number().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new JValue(number) : new JValue(text);
    }

    [GeneratedRegex(@"^[-+]?[0-9]+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
