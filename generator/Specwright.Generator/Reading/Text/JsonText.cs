using System.Text;
using System.Text.Json.Nodes;

namespace Specwright.Reading.Text;

/// <summary>Nodes as JSON: canonical text for the model, a tree for the reading library.</summary>
internal static class JsonText
{
    /// <summary>No white space, numbers as written, members in order, only what JSON demands escaped (RFC 8259, section 7).</summary>
    public static string Write(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>Longer lists are enumerations that are left out anyway, or hostile.</summary>
    private const int LongestCopied = 10_000;

    /// <summary>A copy for the reading library, which knows nothing of our nodes; without very long lists, of which it checks nothing that we do not.</summary>
    public static JsonNode? ToJsonNode(Node node)
    {
        switch (node)
        {
            case ObjectNode source:
                var result = new JsonObject();
                foreach (var member in source.Members.Where(IsCopied))
                {
                    result.Add(member.Name, ToJsonNode(member));
                }

                return result;
            case ArrayNode source:
                var array = new JsonArray();
                foreach (var item in source.Items)
                {
                    array.Add(ToJsonNode(item));
                }

                return array;
            case ScalarNode { Kind: ScalarKind.String } text:
                return JsonValue.Create(text.Text);
            case ScalarNode { Kind: ScalarKind.Null }:
                return null;
            case ScalarNode { Kind: ScalarKind.Number } number:
                return JsonNode.Parse(number.Text);
            default:
                return JsonValue.Create(((ScalarNode)node).Kind == ScalarKind.True);
        }
    }

    /// <summary>How many values the copy has.</summary>
    public static int CountCopied(Node node) => 1 + (node is ContainerNode container ? container.Children.Where(IsCopied).Sum(CountCopied) : 0);

    private static bool IsCopied(Node child) => child is not ArrayNode { Items.Count: > LongestCopied };

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case ObjectNode source:
                text.Append('{');
                for (var index = 0; index < source.Members.Count; index++)
                {
                    text.Append(index == 0 ? "" : ",");
                    WriteString(source.Members[index].Name, text);
                    text.Append(':');
                    Write(source.Members[index], text);
                }

                text.Append('}');
                break;
            case ArrayNode source:
                text.Append('[');
                for (var index = 0; index < source.Items.Count; index++)
                {
                    text.Append(index == 0 ? "" : ",");
                    Write(source.Items[index], text);
                }

                text.Append(']');
                break;
            case ScalarNode { Kind: ScalarKind.String } scalar:
                WriteString(scalar.Text, text);
                break;
            default:
                text.Append(((ScalarNode)node).Text);
                break;
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ':
                    text.Append("\\u00").Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
