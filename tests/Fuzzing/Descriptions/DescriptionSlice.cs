using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Descriptions;

/// <summary>A small part of a description that stands by itself: a few paths and schemas with what they refer to, so that a mutant compiles in milliseconds.</summary>
internal sealed class DescriptionSlice
{
    private const int MaxComponents = 10;
    private const int MaxMembers = 8;
    private const int MaxItems = 6;
    private const int MaxText = 160;

    private readonly Random _random;
    private readonly JsonObject _source;
    private readonly JsonObject _slice = [];
    private readonly Queue<string> _references = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private DescriptionSlice(JsonObject source, Random random)
    {
        _source = source;
        _random = random;
    }

    public static JsonObject Of(JsonObject source, Random random)
    {
        var slice = new DescriptionSlice(source, random);
        slice.Take();
        return slice._slice;
    }

    private void Take()
    {
        foreach (var (name, value) in _source)
        {
            if (name is not ("paths" or "components" or "definitions" or "parameters" or "responses" or "tags" or "webhooks") && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                _slice[name] = Copy(value, name);
            }
        }

        TakeMembers("paths", 1 + _random.Next(3));
        TakeMembers("webhooks", _random.Next(2));
        if ((_source["components"] as JsonObject)?["securitySchemes"] is JsonObject schemes)
        {
            _slice["components"] = new JsonObject { ["securitySchemes"] = Copy(schemes, "securitySchemes") };
        }

        var schemas = (_source["components"] as JsonObject)?["schemas"] as JsonObject ?? _source["definitions"] as JsonObject;
        var root = _source["definitions"] is null ? "#/components/schemas/" : "#/definitions/";
        foreach (var name in Chosen(schemas, 1 + _random.Next(4)))
        {
            _references.Enqueue(root + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        while (_references.Count > 0 && _taken.Count < MaxComponents)
        {
            TakeReference(_references.Dequeue());
        }
    }

    private void TakeMembers(string keyword, int count)
    {
        if (_source[keyword] is JsonObject members)
        {
            var taken = new JsonObject();
            foreach (var name in Chosen(members, count))
            {
                taken[name] = Copy(members[name], name);
            }

            _slice[keyword] = taken;
        }
    }

    private List<string> Chosen(JsonObject? members, int count)
    {
        var names = members?.Select(member => member.Key).ToList() ?? [];
        return [.. Enumerable.Range(0, Math.Min(count, names.Count)).Select(_ => names[_random.Next(names.Count)]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Copies a component into the same place of the slice; whatever else is referred to dangles, as it does in real descriptions.</summary>
    private void TakeReference(string reference)
    {
        var tokens = reference.Split('/').Skip(1).Select(token => Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var length = tokens is ["components", ..] ? 3 : 2;
        if (!reference.StartsWith("#/", StringComparison.Ordinal) || tokens.Count < length || tokens[0] == "paths" || !_taken.Add(string.Join('/', tokens.Take(length))))
        {
            return;
        }

        JsonNode? from = _source;
        JsonNode to = _slice;
        foreach (var token in tokens.Take(length - 1))
        {
            from = (from as JsonObject)?[token];
            if (from is not JsonObject || to is not JsonObject owner)
            {
                return;
            }

            to = owner[token] ??= new JsonObject();
        }

        if (from is JsonObject components && components[tokens[length - 1]] is { } component && to is JsonObject target)
        {
            target[tokens[length - 1]] = Copy(component, "");
        }
    }

    /// <summary>A copy without long texts, long lists and most examples; references in it are followed later.</summary>
    private JsonNode? Copy(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject source:
                var copy = new JsonObject();
                var isMap = name is "properties" or "responses" or "mapping" or "headers";
                foreach (var (key, value) in source)
                {
                    if ((!isMap || copy.Count < MaxMembers) && (isMap || key is not ("example" or "examples") || _random.Next(5) == 0))
                    {
                        copy[key] = Copy(value, isMap ? "" : key);
                    }
                }

                if (copy["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var pointer))
                {
                    _references.Enqueue(pointer);
                }

                return copy;
            case JsonArray list:
                return new JsonArray([.. list.Take(name is "parameters" or "allOf" or "required" ? MaxMembers : MaxItems).Select(item => Copy(item, ""))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Length > MaxText && name != "$ref":
                return JsonValue.Create(text[..MaxText].TrimEnd('\uD800', '\uD83D'));
            default:
                return node?.DeepClone();
        }
    }
}
