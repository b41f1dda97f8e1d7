using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specwright.Testing;

/// <summary>Writes YAML values as JSON, with the core schema of YAML 1.2: <c>no</c> is text, and <c>1.50</c> keeps its digits.</summary>
internal static partial class ExampleJson
{
    private const int MaxDepth = 64;

    public static string Write(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, node, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, YamlNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException("The example is nested too deeply, or contains itself.");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    json.WritePropertyName(((YamlScalarNode)key).Value ?? "");
                    Write(json, value, depth + 1);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Children)
                {
                    Write(json, item, depth + 1);
                }

                json.WriteEndArray();
                break;
            default:
                Write(json, (YamlScalarNode)node);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        switch (scalar.Style is ScalarStyle.Plain ? text : null)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                json.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                json.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                json.WriteBooleanValue(false);
                break;
            case { } number when JsonNumber().IsMatch(number):
                json.WriteRawValue(number);
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }

    // Numbers that YAML writes otherwise (+1, .5, 0x1F) do not stand in examples of JSON.
    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex JsonNumber();
}
