using YamlDotNet.RepresentationModel;

namespace Specwright.Testing;

/// <summary>A description, as far as its responses and their examples go.</summary>
internal sealed class ExampleDocument(YamlMappingNode root)
{
    /// <summary>References of references, and schemas in schemas; deeper ones contain themselves.</summary>
    private const int MaxDepth = 32;

    private bool IsVersion2 => Member(root, "swagger") is not null;

    /// <summary>Statuses and responses in the order of the description; null: there is no such operation.</summary>
    public IReadOnlyList<(string Status, YamlMappingNode Response)>? ResponsesOf(string method, string path) =>
        Mapping(Member(Mapping(Member(Mapping(Member(root, "paths")), path)), method.ToLowerInvariant())) is { } operation
            ? [.. Members(Mapping(Member(operation, "responses"))).Select(response => (response.Name, Response: Mapping(response.Value))).Where(response => response.Response is not null).Select(response => (response.Name, response.Response!))]
            : null;

    /// <summary>A media type with its example, JSON before others; null: there is none.</summary>
    public (string MediaType, string Text)? ExampleOf(YamlMappingNode response, string? name, out string reason)
    {
        reason = "no body";
        foreach (var (mediaType, content) in ContentOf(response).OrderByDescending(content => IsJson(content.MediaType)))
        {
            if (ValueOf(content, name, out reason) is { } value)
            {
                return (mediaType, IsJson(mediaType) || value is not YamlScalarNode { Value: { } text } ? ExampleJson.Write(value) : text);
            }
        }

        return null;
    }

    private static bool IsJson(string mediaType) => mediaType.Split(';')[0].TrimEnd() is var name && (name.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<(string MediaType, YamlMappingNode Content)> ContentOf(YamlMappingNode response)
    {
        if (!IsVersion2)
        {
            return Members(Mapping(Member(response, "content"))).Select(content => (content.Name, Content: Mapping(content.Value))).Where(content => content.Content is not null).Select(content => (content.Name, content.Content!));
        }

        // Swagger 2.0: one schema, and examples by media type.
        var examples = Members(Mapping(Member(response, "examples"))).Select(example => (example.Name, new YamlMappingNode { { "example", example.Value } })).ToList();
        return Member(response, "schema") is { } schema ? examples.Append(("application/json", new YamlMappingNode { { "schema", schema } })) : examples;
    }

    private YamlNode? ValueOf(YamlMappingNode content, string? name, out string reason)
    {
        if (name is null && Member(content, "example") is { } example)
        {
            reason = "";
            return example;
        }

        var named = Members(Mapping(Member(content, "examples"))).ToList();
        foreach (var candidate in named.Where(candidate => name is null || candidate.Name == name))
        {
            if (Member(Mapping(candidate.Value), "value") is { } value)
            {
                reason = "";
                return value;
            }
        }

        if (name is not null)
        {
            reason = named.Count == 0 ? "it has no named examples" : $"its examples are {string.Join(", ", named.Select(candidate => candidate.Name))}";
            return null;
        }

        reason = "neither the response nor its schema has an example";
        return Member(content, "schema") is { } schema ? Compose(schema, 0, ref reason) : null;
    }

    /// <summary>What the schema itself gives, or its parts together.</summary>
    private YamlNode? Compose(YamlNode node, int depth, ref string reason)
    {
        if (depth > MaxDepth || Mapping(node) is not { } schema)
        {
            return null;
        }

        if ((Member(schema, "example") ?? Member(schema, "const") ?? First(Member(schema, "examples")) ?? First(Member(schema, "enum"))) is { } value)
        {
            return value;
        }

        foreach (var choice in Items(Member(schema, "oneOf")).Concat(Items(Member(schema, "anyOf"))))
        {
            if (Compose(choice, depth + 1, ref reason) is { } chosen)
            {
                return chosen;
            }
        }

        if (Member(schema, "items") is { } items)
        {
            return Compose(items, depth + 1, ref reason) is { } item ? new YamlSequenceNode(item) : null;
        }

        return ComposeObject(schema, depth, ref reason);
    }

    private YamlMappingNode? ComposeObject(YamlMappingNode schema, int depth, ref string reason)
    {
        var result = new YamlMappingNode();
        foreach (var part in Items(Member(schema, "allOf")))
        {
            if (Compose(part, depth + 1, ref reason) is not YamlMappingNode composed)
            {
                // A part without any example adds nothing, but one whose required member has none would leave it out of the whole.
                if (HasRequired(part, depth + 1))
                {
                    return null;
                }
            }
            else
            {
                foreach (var (name, value) in Members(composed).Where(member => Member(result, member.Name) is null).ToList())
                {
                    result.Add(name, value);
                }
            }
        }

        foreach (var (name, property) in Members(Mapping(Member(schema, "properties"))))
        {
            if (Member(result, name) is null && Compose(property, depth + 1, ref reason) is { } value)
            {
                result.Add(name, value);
            }
        }

        if (Items(Member(schema, "required")).OfType<YamlScalarNode>().FirstOrDefault(required => Member(result, required.Value!) is null) is { } missing)
        {
            reason = $"its required member '{missing.Value}' has no example";
            return null;
        }

        return result.Children.Count > 0 ? result : null;
    }

    private bool HasRequired(YamlNode node, int depth) => depth <= MaxDepth && Mapping(node) is { } schema
        && (Items(Member(schema, "required")).Any() || Items(Member(schema, "allOf")).Any(part => HasRequired(part, depth + 1)));

    /// <summary>The object, behind references within the description.</summary>
    private YamlMappingNode? Mapping(YamlNode? node)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (node is not YamlMappingNode mapping)
            {
                return null;
            }

            if (Member(mapping, "$ref") is not YamlScalarNode { Value: { } reference } || !reference.StartsWith('#'))
            {
                return mapping;
            }

            node = reference.Split('/').Skip(1).Aggregate(
                (YamlNode?)root,
                static (current, token) => current is YamlMappingNode parent ? Member(parent, Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)) : null);
        }

        return null;
    }

    private static YamlNode? Member(YamlMappingNode? node, string name) => node is not null && node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private static IEnumerable<(string Name, YamlNode Value)> Members(YamlMappingNode? node) =>
        node is null ? [] : node.Children.Where(child => child.Key is YamlScalarNode).Select(child => (((YamlScalarNode)child.Key).Value ?? "", child.Value));

    private static IEnumerable<YamlNode> Items(YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    private static YamlNode? First(YamlNode? node) => Items(node).FirstOrDefault();
}
