using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Parser = YamlDotNet.Core.Parser;
using Scalar = YamlDotNet.Core.Events.Scalar;

namespace Specwright.Differential;

/// <summary>
/// A document as text that NSwag 13 can read. Only what it has no object for is rewritten, into what the specification says is the same; each
/// method names the gap.
/// </summary>
internal static partial class NSwagText
{
    /// <summary>The extension that holds a boolean <c>additionalProperties</c>.</summary>
    public const string DeclaredAdditionalProperties = "x-declared-additional-properties";

    /// <summary>The extension that stands where <c>properties</c> are declared and empty.</summary>
    public const string DeclaredProperties = "x-declared-properties";

    public static string Of(string fileName, string text)
    {
        var root = fileName.EndsWith(".json", StringComparison.Ordinal) ? FromJson(text) : FromYaml(text);
        PutRequestBodiesInPlace(root);
        PutContentInPlace(root);
        PutPartsOfPathsInPlace(root);
        WrapAliases(root);
        MarkWhatIsDeclared(root);
        SpellOutMappings(root);
        return root.ToString(Formatting.None);
    }

    private static JObject FromJson(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = null };
        return JObject.Load(reader);
    }

    /// <remarks>
    /// NSwag.Core.Yaml writes JSON that NSwag.Core refuses (characters beyond the basic plane as \U…) and quotes every scalar, and the document
    /// model of the YAML library refuses a key that stands twice: so from the parser's events, the last one counting as in JSON.
    /// </remarks>
    private static JObject FromYaml(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return (JObject)ReadYaml(parser, []);
    }

    private static JToken ReadYaml(Parser parser, Dictionary<AnchorName, JToken> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors[alias.Value].DeepClone();
        }

        var anchor = ((NodeEvent)parser.Current!).Anchor;
        var token = ReadYamlNode(parser, anchors);
        if (!anchor.IsEmpty)
        {
            anchors[anchor] = token;
        }

        return token;
    }

    private static JToken ReadYamlNode(Parser parser, Dictionary<AnchorName, JToken> anchors)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return ToJson(scalar);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(ReadYaml(parser, anchors));
            }

            return list;
        }

        parser.Consume<MappingStart>();
        var map = new JObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var value = ReadYaml(parser, anchors);
            if (key is { Style: ScalarStyle.Plain, Value: "<<" })
            {
                map.Merge(value);
            }
            else
            {
                map[key.Value] = value;
            }
        }

        return map;
    }

    /// <summary>The core schema of YAML 1.2: only plain scalars are anything but text.</summary>
    private static JToken ToJson(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, Value: "tag:yaml.org,2002:str" })
        {
            return new JValue(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
            "true" or "True" or "TRUE" => new JValue(true),
            "false" or "False" or "FALSE" => new JValue(false),
            _ when WholeNumber().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
            _ when DecimalNumber().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
            _ => new JValue(text),
        };
    }

    /// <summary>NSwag has neither <c>components/requestBodies</c> nor a request body that is a reference.</summary>
    private static void PutRequestBodiesInPlace(JObject root)
    {
        foreach (var body in OperationsOf(root).Select(operation => operation["requestBody"]).OfType<JObject>().ToList())
        {
            PutInPlace(root, body);
        }

        (root["components"] as JObject)?.Remove("requestBodies");
    }

    /// <summary>NSwag has no reference for <c>content</c> as a whole.</summary>
    private static void PutContentInPlace(JObject root)
    {
        var owners = root.Descendants().OfType<JProperty>().Where(property => property.Name == "content" && property.Parent?.Parent is not JProperty { Name: "properties" });
        foreach (var content in owners.Select(property => property.Value).OfType<JObject>().ToList())
        {
            PutInPlace(root, content);
        }
    }

    /// <summary>NSwag resolves references to parameters and responses under <c>components</c> only, not to those of another operation.</summary>
    private static void PutPartsOfPathsInPlace(JObject root)
    {
        var owners = OperationsOf(root).Concat(PathItemsOf(root)).ToList();
        var parts = owners.SelectMany(owner => owner["parameters"]?.Children() ?? []).Concat(owners.Select(owner => owner["responses"]).OfType<JObject>().SelectMany(responses => responses.PropertyValues()));
        foreach (var part in parts.OfType<JObject>().ToList())
        {
            if (((string?)part["$ref"])?.StartsWith("#/paths/", StringComparison.Ordinal) ?? false)
            {
                PutInPlace(root, part);
            }
        }

        // Through a reference on the way it finds nothing either.
        foreach (var reference in root.Descendants().OfType<JProperty>().Where(property => property.Name == "$ref" && property.Value.Type == JTokenType.String).ToList())
        {
            if (((string)reference.Value!).StartsWith("#/paths/", StringComparison.Ordinal) && Find(root, (string)reference.Value!) is { } found)
            {
                reference.Value = found.Pointer;
            }
        }
    }

    /// <summary>Where a named schema is only a reference, NSwag has the target's own object under both names and forgets which is which.</summary>
    private static void WrapAliases(JObject root)
    {
        var schemas = (root["components"]?["schemas"] ?? root["definitions"]) as JObject;
        foreach (var schema in schemas?.PropertyValues().OfType<JObject>().ToList() ?? [])
        {
            if (schema["$ref"] is { Type: JTokenType.String } reference)
            {
                reference.Parent!.Remove();
                schema["allOf"] = new JArray(new JObject { ["$ref"] = reference });
            }
        }
    }

    /// <summary>
    /// NSwag has one value for <c>additionalProperties</c> that is true (in 2.0: false) and one that is absent, and for <c>properties</c> that are
    /// empty and absent: an extension keeps the difference.
    /// </summary>
    private static void MarkWhatIsDeclared(JObject root)
    {
        foreach (var property in root.Descendants().OfType<JProperty>().ToList())
        {
            if (property.Name == "additionalProperties" && property.Value.Type == JTokenType.Boolean)
            {
                property.Parent![DeclaredAdditionalProperties] = property.Value;
            }
            else if (property.Name == "properties" && property.Value is JObject { Count: 0 })
            {
                property.Parent![DeclaredProperties] = true;
            }
        }
    }

    /// <summary>NSwag takes every mapped value of a discriminator for a reference; the name of a schema is allowed too.</summary>
    private static void SpellOutMappings(JObject root)
    {
        var schemas = root["components"]?["schemas"] as JObject;
        foreach (var mapping in root.Descendants().OfType<JProperty>().Where(property => property.Name == "mapping" && property.Value is JObject).Select(property => (JObject)property.Value).ToList())
        {
            foreach (var mapped in mapping.Properties().Where(mapped => mapped.Value.Type == JTokenType.String).ToList())
            {
                if (schemas?[(string)mapped.Value!] is not null)
                {
                    mapped.Value = "#/components/schemas/" + (string)mapped.Value!;
                }
            }
        }
    }

    private static IEnumerable<JObject> OperationsOf(JObject root) =>
        PathItemsOf(root).SelectMany(item => item.PropertyValues()).OfType<JObject>();

    private static IEnumerable<JObject> PathItemsOf(JObject root) => root["paths"] is JObject paths ? paths.PropertyValues().OfType<JObject>() : [];

    private static void PutInPlace(JObject root, JObject reference)
    {
        if ((string?)reference["$ref"] is { } pointer && Find(root, pointer)?.Target is JObject target)
        {
            reference.Replace(target.DeepClone());
        }
    }

    /// <summary>The target of a reference within the document, and the pointer to it that leads through no other reference.</summary>
    private static (JToken Target, string Pointer)? Find(JObject root, string reference)
    {
        (JToken Target, string Pointer)? current = (root, "#");
        foreach (var token in reference.TrimStart('#').Split('/').Skip(1).Select(Uri.UnescapeDataString))
        {
            if (current?.Target is JObject { } owner && (string?)owner["$ref"] is { } next)
            {
                current = Find(root, next);
            }

            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var child = current?.Target switch
            {
                JObject map => map[name],
                JArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
            current = child is null ? null : (child, $"{current!.Value.Pointer}/{token}");
        }

        return current;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex DecimalNumber();
}
