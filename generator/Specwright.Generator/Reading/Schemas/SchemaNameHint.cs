using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>What a schema is called in its description, for later naming.</summary>
internal static class SchemaNameHint
{
    /// <summary>The component's or property's name; for a schema without a name of its own, the words of the way to it.</summary>
    public static string Of(Node node)
    {
        if (node.Parent is null)
        {
            var file = node.Source.Path.Replace('\\', '/');
            file = file.Substring(file.LastIndexOf('/') + 1);
            var dot = file.IndexOf('.');
            return dot > 0 ? file.Substring(0, dot) : file;
        }

        var words = new Stack<string>();
        for (var current = node; current.Parent is not null; current = current.Parent)
        {
            if (IsNamed(current))
            {
                words.Push(current.Name);
                break;
            }

            if (WordOf(current) is { } word)
            {
                words.Push(word);
            }
        }

        return string.Join(" ", words);
    }

    /// <summary>Children of these are named by people, not by the specification.</summary>
    private static bool IsNamed(Node node) => node.Parent is ObjectNode { Parent: not null } parent
        && parent.Name is "schemas" or "definitions" or "properties" or "$defs" or "parameters" or "responses" or "requestBodies" or "headers" or "paths"
        && !(parent.Name == "responses" && parent.Parent!.Name is not "components")
        || node.Parent is ObjectNode { Parent: null } && node.Name is not ("components" or "paths");

    /// <summary>The part a step plays in a name; null for steps that every such pointer has.</summary>
    private static string? WordOf(Node node) => node.Name switch
    {
        "items" => "item",
        "additionalProperties" => "value",
        "requestBody" => "request",
        "" or "schema" or "content" or "responses" or "parameters" or "allOf" or "oneOf" or "anyOf" => null,
        _ when node.Parent is { Name: "content" } => null,
        _ => node.Name,
    };
}
