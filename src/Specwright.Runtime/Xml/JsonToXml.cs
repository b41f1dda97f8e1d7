using System.Text;
using System.Text.Json;
using System.Xml;

namespace Specwright.Xml;

/// <summary>Makes the XML of a value from its JSON: UTF-8, no byte order mark, members in the order of the description.</summary>
internal sealed class JsonToXml
{
    private readonly XmlWriter _writer;

    private JsonToXml(XmlWriter writer) => _writer = writer;

    /// <exception cref="ArgumentException">A text has a character that XML 1.0 cannot hold (section 2.2), such as U+0000.</exception>
    public static byte[] Convert(ReadOnlyMemory<byte> json, XmlShape shape, XmlElementName root)
    {
        using var document = JsonDocument.Parse(json);
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            writer.WriteStartDocument();
            new JsonToXml(writer).WriteElement(root, null, document.RootElement, shape);
        }

        return output.ToArray();
    }

    /// <param name="name">Of the element.</param>
    /// <param name="inherited">The default namespace around it.</param>
    /// <param name="value">Its content.</param>
    /// <param name="shape">Of the content.</param>
    private void WriteElement(XmlElementName name, string? inherited, JsonElement value, XmlShape shape)
    {
        Start(name, inherited);
        var inside = name.Prefix is null ? name.Namespace ?? inherited : inherited;
        switch (shape.Kind, value.ValueKind)
        {
            case (_, JsonValueKind.Null):
                _writer.WriteAttributeString("xsi", "nil", XmlNames.Instance, "true");
                break;
            case (XmlShapeKind.List, JsonValueKind.Array):
                WriteItems(value, inside, shape);
                break;
            case (XmlShapeKind.Object, JsonValueKind.Object):
                WriteMembers(value, inside, shape);
                break;
            case (_, JsonValueKind.Object):
                foreach (var member in value.EnumerateObject())
                {
                    WriteAdditional(member, inside, XmlShape.Any);
                }

                break;
            default:
                _writer.WriteString(TextOf(value));
                break;
        }

        _writer.WriteEndElement();
    }

    private void Start(XmlElementName name, string? inherited)
    {
        if (name.Prefix is { Length: > 0 } prefix && name.Namespace is { Length: > 0 } prefixed)
        {
            _writer.WriteStartElement(prefix, name.LocalName, prefixed);
        }
        else
        {
            _writer.WriteStartElement(name.LocalName, name.Namespace ?? inherited ?? "");
        }
    }

    private void WriteMembers(JsonElement value, string? inside, XmlShape shape)
    {
        // Attributes stand before any content, whatever the order of the description.
        foreach (var member in shape.Members.OrderBy(member => member.Kind == XmlMemberKind.Attribute ? 0 : 1))
        {
            if (value.TryGetProperty(member.JsonName, out var found))
            {
                WriteMember(member, found, inside);
            }
        }

        if (shape.Values is { } additional)
        {
            var known = shape.Members.Select(member => member.JsonName).ToHashSet(StringComparer.Ordinal);
            foreach (var member in value.EnumerateObject().Where(member => !known.Contains(member.Name)))
            {
                WriteAdditional(member, inside, additional);
            }
        }
    }

    private void WriteMember(XmlMember member, JsonElement value, string? inside)
    {
        switch (member.Kind)
        {
            case XmlMemberKind.Attribute:
                WriteAttribute(member.Name, value);
                break;
            case XmlMemberKind.Text:
                _writer.WriteString(TextOf(value));
                break;
            case XmlMemberKind.CharacterData:
                _writer.WriteCData(TextOf(value));
                break;
            default:
                if (member is { Shape.Kind: XmlShapeKind.List, IsWrapped: false } && value.ValueKind == JsonValueKind.Array)
                {
                    WriteItems(value, inside, member.Shape);
                }
                else
                {
                    WriteElement(member.Name, inside, value, member.Shape);
                }

                break;
        }
    }

    private void WriteAttribute(XmlElementName name, JsonElement value)
    {
        // An attribute has no nil: null is one that is not there.
        if (value.ValueKind != JsonValueKind.Null)
        {
            _writer.WriteAttributeString(name.Namespace is null ? null : name.Prefix, name.LocalName, name.Namespace, TextOf(value));
        }
    }

    private void WriteAdditional(JsonProperty member, string? inside, XmlShape shape)
    {
        var name = new XmlElementName(XmlConvert.EncodeLocalName(member.Name));
        if (member.Value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in member.Value.EnumerateArray())
            {
                WriteElement(name, inside, item, shape.Kind == XmlShapeKind.List ? shape.Values! : shape);
            }
        }
        else
        {
            WriteElement(name, inside, member.Value, shape);
        }
    }

    private void WriteItems(JsonElement array, string? inside, XmlShape list)
    {
        foreach (var item in array.EnumerateArray())
        {
            WriteElement(list.ItemName, inside, item, list.Values!);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
