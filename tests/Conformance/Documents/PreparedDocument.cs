using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>
/// Rewrites a description into the part of OpenAPI that NSwag 13 reads without loss: defaults that it cannot tell from <c>false</c> are written out,
/// references to anything but component schemas are put in place, and the schemas of OpenAPI 3.1 and 3.2 get the form of 3.0.
/// </summary>
/// <remarks>A walk of its own over the raw text; it shares nothing with the generator's reader.</remarks>
internal sealed partial class PreparedDocument
{
    /// <summary>On a schema: the discriminator as JSON text. NJsonSchema would make classes of it.</summary>
    public const string Discriminator = "x-conformance-discriminator";

    /// <summary>On a component schema: the name that the document gives it.</summary>
    public const string ComponentName = "x-conformance-name";

    /// <summary>On a parameter: the media type of its <c>content</c>.</summary>
    public const string ContentMediaType = "x-conformance-content";

    /// <summary>On a schema: its XML annotations as JSON text.</summary>
    public const string Xml = "x-conformance-xml";

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    private static readonly string[] SchemaMaps = ["properties", "patternProperties", "definitions"];
    private static readonly string[] SchemaLists = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Annotations = ["description", "summary", "title", "example", "examples", "default", "deprecated", "externalDocs", "xml", "readOnly", "writeOnly", "nullable"];

    // Nothing that a validator looks at, or nothing that NJsonSchema can read.
    private static readonly string[] Dropped =
    [
        "example", "examples", "description", "externalDocs", "xml", "title", "default", "deprecated", "$schema", "$id", "$anchor", "$comment", "$dynamicAnchor", "$vocabulary",
        "if", "then", "else", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "contains", "minContains", "maxContains", "propertyNames",
        "contentSchema", "collectionFormat", "id", "dependencies",
    ];

    private readonly JObject _root;
    private readonly JObject _schemas;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hoisted = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, JToken Source)> _pending = new();
    private readonly Dictionary<string, SentRequest> _webhooks = new(StringComparer.Ordinal);
    private readonly string _prefix;

    private readonly IReadOnlyCollection<string> _wrongPatterns;

    private PreparedDocument(JObject root, IReadOnlyCollection<string> wrongPatterns)
    {
        _root = root;
        _wrongPatterns = wrongPatterns;
        IsSwagger = root["swagger"] is not null;
        IsLowered = !IsSwagger && root["openapi"]?.ToString() is { } version && !version.StartsWith("3.0", StringComparison.Ordinal);
        _prefix = IsSwagger ? "#/definitions/" : "#/components/schemas/";
        _schemas = [];
    }

    /// <summary>What NSwag is given.</summary>
    public JObject Json { get; private set; } = [];

    public bool IsSwagger { get; }

    /// <summary>Whether the schemas are of OpenAPI 3.1 or later.</summary>
    public bool IsLowered { get; }

    /// <summary>Webhooks and callbacks, by the paths under which NSwag, which knows neither, is given them.</summary>
    public IReadOnlyDictionary<string, SentRequest> Webhooks => _webhooks;

    /// <summary>The wrong patterns that were found.</summary>
    public HashSet<string> LeftOutPatterns { get; } = new(StringComparer.Ordinal);

    public static PreparedDocument From(JObject root, IReadOnlyCollection<string> wrongPatterns)
    {
        var document = new PreparedDocument(root, wrongPatterns);
        document.Prepare();
        return document;
    }

    private void Prepare()
    {
        var components = (IsSwagger ? _root["definitions"] : _root["components"]?["schemas"]) as JObject ?? [];
        foreach (var component in components.Properties())
        {
            Name(component.Name);
        }

        foreach (var component in components.Properties())
        {
            var schema = Schema(component.Value);
            schema[ComponentName] = component.Name;
            _schemas[_names[component.Name]] = schema;
        }

        var paths = new JObject();
        foreach (var path in (_root["paths"] as JObject ?? []).Properties().Where(path => path.Name.StartsWith('/')))
        {
            paths[path.Name] = PathItem(Resolve(path.Value) as JObject ?? []);
        }

        foreach (var webhook in SentRequest.Of(_root))
        {
            var path = SentRequest.PathPrefix + _webhooks.Count.ToString(CultureInfo.InvariantCulture);
            paths[path] = PathItem(new JObject { ["post"] = webhook.Operation.DeepClone() });
            _webhooks[path] = webhook;
        }

        while (_pending.TryDequeue(out var pending))
        {
            _schemas[pending.Name] = Schema(pending.Source);
        }

        Json = IsSwagger ? new JObject { ["swagger"] = "2.0" } : new JObject { ["openapi"] = "3.0.3" };
        Json["info"] = new JObject { ["title"] = "Description", ["version"] = "1" };
        Json["paths"] = paths;
        Copy(_root, Json, "consumes", "produces", "security", "host", "basePath", "schemes", "servers");
        if (IsSwagger)
        {
            Json["definitions"] = _schemas;
            Json["securityDefinitions"] = SecuritySchemes(_root["securityDefinitions"]);
        }
        else
        {
            Json["components"] = new JObject { ["schemas"] = _schemas, ["securitySchemes"] = SecuritySchemes(_root["components"]?["securitySchemes"]) };
        }
    }

    private static JObject SecuritySchemes(JToken? source)
    {
        var schemes = new JObject();
        foreach (var scheme in (source as JObject ?? []).Properties())
        {
            var copy = new JObject();
            Copy(scheme.Value as JObject ?? [], copy, "type", "name", "in", "scheme");

            // A scheme that NSwag has no name for shows nothing in a request that could be checked.
            if (copy["type"]?.ToString() is not ("apiKey" or "http" or "basic" or "oauth2" or "openIdConnect"))
            {
                copy = new JObject { ["type"] = "http", ["scheme"] = "mutual" };
            }

            schemes[scheme.Name] = copy;
        }

        return schemes;
    }

    private JObject PathItem(JObject item)
    {
        var result = new JObject();
        var shared = Parameters(item["parameters"]);
        foreach (var method in Methods)
        {
            if (item[method] is JObject operation)
            {
                result[method] = Operation(operation, shared, item["servers"]);
            }
        }

        return result;
    }

    private JObject Operation(JObject operation, List<JObject> shared, JToken? servers)
    {
        var result = new JObject();
        Copy(operation, result, "operationId", "consumes", "produces", "security");
        if ((operation["servers"] ?? servers) is { } own)
        {
            result["servers"] = own.DeepClone();
        }

        var parameters = Parameters(operation["parameters"]);
        parameters.AddRange(shared.Where(parameter => !parameters.Any(other => Same(other, parameter))).Select(parameter => (JObject)parameter.DeepClone()));
        result["parameters"] = new JArray(parameters);
        if (Resolve(operation["requestBody"]) is JObject body)
        {
            result["requestBody"] = new JObject { ["required"] = body["required"]?.DeepClone() ?? false, ["content"] = Content(body["content"]) };
        }

        var responses = new JObject();
        foreach (var response in (operation["responses"] as JObject ?? []).Properties().Where(response => !response.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            responses[response.Name] = Response(Resolve(response.Value) as JObject ?? []);
        }

        result["responses"] = responses;
        return result;
    }

    private static bool Same(JObject one, JObject other) => JToken.DeepEquals(one["name"], other["name"]) && JToken.DeepEquals(one["in"], other["in"]);

    private JObject Response(JObject response)
    {
        var result = new JObject { ["description"] = "" };
        if (response["content"] is JObject content)
        {
            result["content"] = Content(content);
        }

        if (response["schema"] is { } schema)
        {
            result["schema"] = Schema(schema);
        }

        return result;
    }

    private JObject Content(JToken? content)
    {
        var result = new JObject();
        foreach (var media in (Resolve(content) as JObject ?? []).Properties())
        {
            var source = Resolve(media.Value) as JObject ?? [];
            var type = new JObject();
            if (source["schema"] is { } schema)
            {
                type["schema"] = Schema(schema);
            }

            // 3.2: what follows in a stream, one after the other.
            if (source["itemSchema"] is { } item)
            {
                type["schema"] = Schema(item);
            }

            if (source["encoding"] is JObject encodings)
            {
                var copies = new JObject();
                foreach (var encoding in encodings.Properties().Where(encoding => encoding.Value is JObject))
                {
                    var copy = new JObject();
                    Copy((JObject)encoding.Value, copy, "contentType", "style", "explode", "allowReserved");
                    if (copy["style"] is { } style)
                    {
                        copy["explode"] ??= style.ToString() == "form";
                    }
                    else if (copy["explode"] is not null)
                    {
                        copy["style"] = "form";
                    }

                    copies[encoding.Name] = copy;
                }

                type["encoding"] = copies;
            }

            result[media.Name] = type;
        }

        return result;
    }

    private List<JObject> Parameters(JToken? list) => (list as JArray ?? [])
        .Select(Resolve)
        .OfType<JObject>()
        .Select(Parameter)
        .ToList();

    private JObject Parameter(JObject parameter)
    {
        if (IsSwagger)
        {
            var swagger = parameter["schema"] is { } body ? [] : Schema(parameter);
            Copy(parameter, swagger, "name", "in", "required", "collectionFormat", "allowEmptyValue");
            if (parameter["schema"] is not null)
            {
                swagger["schema"] = Schema(parameter["schema"]!);
            }

            // In an object schema "required" lists members; in a parameter it is a Boolean.
            return swagger;
        }

        var result = new JObject();
        Copy(parameter, result, "name", "in", "required", "style", "explode", "allowReserved", "allowEmptyValue");
        result["style"] ??= parameter["in"]?.ToString() is "query" or "cookie" ? "form" : "simple";
        result["explode"] ??= result["style"]!.ToString() == "form";

        // As NSwag spells its member.
        if (result["style"]!.ToString() == "spaceDelimited")
        {
            result["style"] = "spaceDelimeted";
        }

        if (parameter["content"] is JObject content && content.Properties().FirstOrDefault() is { } media)
        {
            result[ContentMediaType] = media.Name;
            result["schema"] = media.Value["schema"] is { } inner ? Schema(inner) : new JObject();
        }
        else
        {
            result["schema"] = parameter["schema"] is { } schema ? Schema(schema) : new JObject();
        }

        return result;
    }

    private JObject Schema(JToken source)
    {
        if (source is JValue { Value: bool isAny })
        {
            return isAny ? [] : new JObject { ["not"] = new JObject() };
        }

        if (source is not JObject schema)
        {
            return [];
        }

        if (schema["$ref"] is JValue { Value: string reference })
        {
            var target = new JObject { ["$ref"] = Target(reference) };
            if (target["$ref"]!.ToString().Length == 0)
            {
                return [];
            }

            // Before 3.1 what stands beside a reference is ignored; in 3.1 it counts.
            var beside = IsLowered ? schema.Properties().Where(property => property.Name != "$ref" && !Annotations.Contains(property.Name) && !property.Name.StartsWith("x-", StringComparison.Ordinal)).ToList() : [];
            return beside.Count == 0 ? target : new JObject { ["allOf"] = new JArray(target, Schema(new JObject(beside))) };
        }

        var result = new JObject();
        foreach (var property in schema.Properties())
        {
            Rewrite(property, result);
        }

        // NJsonSchema takes a single reference under allOf for the schema itself, and forgets what is required beside it.
        if (result["allOf"] is JArray { Count: 1 } parts && result["required"] is { } required && result["properties"] is null)
        {
            result.Remove("required");
            parts.Add(new JObject { ["required"] = required });
        }

        return result;
    }

    private void Rewrite(JProperty property, JObject result)
    {
        var name = property.Name == "$defs" ? "definitions" : property.Name;
        switch (name)
        {
            case "definitions":
                // Whatever refers to one of them is given a component of its own.
                return;
            case "discriminator":
                result[Discriminator] = (property.Value is JObject declared ? declared : new JObject { ["propertyName"] = property.Value }).ToString(Newtonsoft.Json.Formatting.None);
                return;
            case "xml" when property.Value is JObject annotations:
                result[Xml] = annotations.ToString(Newtonsoft.Json.Formatting.None);
                return;
            case "type" when property.Value is JArray types:
                Types(types, result);
                return;
            case "type":
                // A file of Swagger 2.0 is a string of bytes.
                result["type"] = property.Value.ToString() == "file" ? "string" : property.Value.DeepClone();
                if (property.Value.ToString() == "file")
                {
                    result["format"] = "binary";
                }

                return;
            case "const" when IsLowered:
                result["enum"] = new JArray(property.Value.DeepClone());
                return;
            case "prefixItems" when property.Value is JArray prefix:
                result["items"] = new JArray(prefix.Select(Schema));
                return;
            case "items" when result["items"] is JArray || property.Parent!["prefixItems"] is JArray:
                result["additionalItems"] = property.Value is JValue { Value: bool } allowed ? allowed.DeepClone() : Schema(property.Value);
                return;
            case "items":
                result["items"] = Schema(property.Value is JArray { First: { } first } ? first : property.Value);
                return;
            case "contentEncoding" when property.Value.ToString().StartsWith("base64", StringComparison.OrdinalIgnoreCase):
                result["format"] = "byte";
                return;
            case "contentEncoding" or "contentMediaType":
                return;
            // Regular expressions of ECMA-262 that .NET does not read, such as scripts: \p{Han}.
            case "pattern" when !IsExpression(property.Value.ToString()):
                return;
            case "pattern" when _wrongPatterns.Contains(property.Value.ToString()):
                LeftOutPatterns.Add(property.Value.ToString());
                return;
            case "additionalProperties":
                result[name] = property.Value is JValue { Value: bool } ? property.Value.DeepClone() : Schema(property.Value);
                return;
            case "not":
                result[name] = Schema(property.Value);
                return;
            // NJsonSchema demands members of a string as well.
            case "required" when property.Value is not JArray || property.Parent!["type"] is JValue { Value: "string" or "integer" or "number" or "boolean" or "array" }:
                return;
        }

        if (SchemaMaps.Contains(name))
        {
            var map = new JObject();
            foreach (var member in (property.Value as JObject ?? []).Properties())
            {
                map[member.Name] = Schema(member.Value);
            }

            result[name] = map;
        }
        else if (SchemaLists.Contains(name))
        {
            if (property.Value is JArray { Count: > 0 } list)
            {
                result[name] = new JArray(list.Select(Schema));
            }
        }
        else if (!Dropped.Contains(name) && (!name.StartsWith("x-", StringComparison.Ordinal) || name == "x-nullable"))
        {
            result[name] = property.Value.DeepClone();
        }
    }

    private static void Types(JArray types, JObject result)
    {
        var others = types.Where(type => type.ToString() != "null").ToList();
        if (others.Count < types.Count && others.Count > 0)
        {
            result["nullable"] = true;
        }

        result["type"] = others.Count switch
        {
            0 => "null",
            1 => others[0].DeepClone(),
            _ => new JArray(others.Select(type => type.DeepClone())),
        };
    }

    /// <summary>The reference to a component schema; empty where it refers to nothing.</summary>
    private string Target(string reference)
    {
        var segments = Segments(reference);
        if (segments is null)
        {
            return "";
        }

        var isComponent = IsSwagger ? segments is ["definitions", _] : segments is ["components", "schemas", _];
        if (isComponent && _names.TryGetValue(segments[^1], out var name))
        {
            return _prefix + name;
        }

        var place = string.Join('\n', segments);
        if (_hoisted.TryGetValue(place, out var hoisted))
        {
            return _prefix + hoisted;
        }

        if (Find(segments) is not { } target)
        {
            return "";
        }

        hoisted = Unique("Hoisted" + (_hoisted.Count + 1).ToString(CultureInfo.InvariantCulture));
        _hoisted[place] = hoisted;
        _pending.Enqueue((hoisted, target));
        return _prefix + hoisted;
    }

    private static string[]? Segments(string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? [.. reference[2..].Split('/').Select(segment => Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]
        : null;

    private JToken? Find(string[] segments)
    {
        JToken? place = _root;
        var isFirst = true;
        foreach (var segment in segments)
        {
            place = isFirst ? place : Resolve(place);
            isFirst = false;
            place = place switch
            {
                JObject map => map[segment],
                JArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return place;
    }

    /// <summary>What a reference leads to; other things as they are.</summary>
    private JToken? Resolve(JToken? source)
    {
        for (var steps = 0; steps < 32 && source is JObject map && map["$ref"] is JValue { Value: string reference }; steps++)
        {
            if (Segments(reference) is not { } segments || Find(segments) is not { } target)
            {
                return null;
            }

            source = target;
        }

        return source;
    }

    private void Name(string component) => _names[component] = Plain().IsMatch(component) ? component : Unique(Other().Replace(component, "_"));

    private string Unique(string name)
    {
        var taken = _names.Values.Concat(_hoisted.Values).ToHashSet(StringComparer.Ordinal);
        var candidate = name;
        for (var number = 2; taken.Contains(candidate) || _names.ContainsKey(candidate); number++)
        {
            candidate = new StringBuilder(name).Append('_').Append(number).ToString();
        }

        return candidate;
    }

    private static void Copy(JObject source, JObject target, params string[] names)
    {
        foreach (var name in names)
        {
            if (source[name] is { } value)
            {
                target[name] = value.DeepClone();
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]+$")]
    private static partial Regex Plain();

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex Other();

    private static bool IsExpression(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
