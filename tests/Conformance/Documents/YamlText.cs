using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

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

        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return (JObject)Node(parser, new Dictionary<AnchorName, JToken>());
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

    // Over the events, not YamlDotNet's tree: that one refuses a key that occurs twice, which real documents do.
    private static JToken Node(Parser parser, Dictionary<AnchorName, JToken> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors[alias.Value].DeepClone();
        }

        var anchor = ((NodeEvent)parser.Current!).Anchor;
        JToken result;
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            result = scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value) : new JValue(scalar.Value);
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Node(parser, anchors));
            }

            result = list;
        }
        else
        {
            result = Mapping(parser, anchors);
        }

        if (!anchor.IsEmpty)
        {
            anchors[anchor] = result;
        }

        return result;
    }

    private static JObject Mapping(Parser parser, Dictionary<AnchorName, JToken> anchors)
    {
        parser.Consume<MappingStart>();
        var result = new JObject();
        var merged = new List<JObject>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Key(parser, anchors);
            var value = Node(parser, anchors);
            if (key == "<<")
            {
                merged.AddRange(value is JArray several ? several.OfType<JObject>() : value is JObject one ? [one] : []);
            }
            else
            {
                result[key] = value;
            }
        }

        foreach (var member in merged.SelectMany(map => map.Properties()).Where(member => !result.ContainsKey(member.Name)))
        {
            result[member.Name] = member.Value.DeepClone();
        }

        return result;
    }

    // A key is text whatever it looks like: 200 is "200".
    private static string Key(Parser parser, Dictionary<AnchorName, JToken> anchors)
        => parser.Current is Scalar ? parser.Consume<Scalar>().Value : Node(parser, anchors).ToString();

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
