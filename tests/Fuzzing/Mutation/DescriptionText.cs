using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>A tree as text: JSON, or YAML in blocks with every text in quotes.</summary>
internal static class DescriptionText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, MaxDepth = 2000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(JsonNode root) => root.ToJsonString(Readable);

    public static string Yaml(JsonNode root)
    {
        var text = new StringBuilder();
        Write(root, 0, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach (var (name, value) in members)
                {
                    text.Append('\n').Append(' ', depth * 2).Append(name is { Length: > 0 } && name.All(character => char.IsAsciiLetter(character)) && name is not ("null" or "true" or "false" or "y" or "n") ? name : Scalar(JsonValue.Create(name))).Append(':');
                    Write(value, depth + 1, text);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in items)
                {
                    text.Append('\n').Append(' ', depth * 2).Append('-');
                    Write(item, depth + 1, text);
                }

                break;
            default:
                text.Append(' ').Append(Scalar(node));
                break;
        }
    }

    /// <summary>JSON's spelling, which YAML reads the same: everything but ASCII stands escaped.</summary>
    private static string Scalar(JsonNode? node) => node?.ToJsonString() ?? "null";
}
