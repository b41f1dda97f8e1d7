using System.Buffers;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Specwright.Json;

namespace Specwright.Xml;

/// <summary>Makes the JSON of a value from its XML. What the shape does not know is passed over, as unknown JSON members are.</summary>
internal static class XmlToJson
{
    /// <summary>The same as for JSON.</summary>
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        // No document type, nothing loaded from elsewhere: the document comes from a server that may have been taken over.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The name of the outermost element is not looked at: descriptions seldom get it right.</summary>
    /// <exception cref="XmlException">The text is not well-formed, has a document type, or is nested too deeply.</exception>
    public static ReadOnlyMemory<byte> Convert(string text, XmlShape shape) => Convert(() => XmlReader.Create(new StringReader(text), Settings), shape);

    /// <inheritdoc cref="Convert(string, XmlShape)"/>
    public static ReadOnlyMemory<byte> Convert(byte[] bytes, XmlShape shape) => Convert(() => XmlReader.Create(new MemoryStream(bytes, writable: false), Settings), shape);

    private static ReadOnlyMemory<byte> Convert(Func<XmlReader> open, XmlShape shape)
    {
        // Before there is a tree: making a deep one takes time by the square of its depth, and its text is read by recursion, which would end the process.
        using (var reader = open())
        {
            CheckDepth(reader);
        }

        using var content = open();
        var root = XDocument.Load(content).Root!;
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, JsonWriterPool.Options);
        WriteElement(writer, root, shape);
        writer.Flush();
        return output.WrittenMemory;
    }

    private static void CheckDepth(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth && reader.NodeType == XmlNodeType.Element)
            {
                throw new XmlException($"more than {MaxDepth} elements inside one another");
            }
        }
    }

    private static void WriteElement(Utf8JsonWriter writer, XElement element, XmlShape shape)
    {
        if (IsNil(element))
        {
            writer.WriteNullValue();
            return;
        }

        switch (shape.Kind)
        {
            case XmlShapeKind.Object:
                WriteObject(writer, element, shape);
                break;
            case XmlShapeKind.List:
                WriteItems(writer, Find(element, shape.ItemName), shape);
                break;
            case XmlShapeKind.Any when element.HasElements || element.Attributes().Any(IsContent):
                WriteOpenObject(writer, element);
                break;
            default:
                WriteText(writer, element.Value, shape);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, XElement element, XmlShape shape)
    {
        writer.WriteStartObject();
        foreach (var member in shape.Members)
        {
            WriteMember(writer, element, member);
        }

        if (shape.Values is { } additional)
        {
            var known = shape.Members.Where(member => member.Kind == XmlMemberKind.Element).Select(OuterName).Select(name => name.LocalName).ToHashSet(StringComparer.Ordinal);
            foreach (var group in element.Elements().Where(child => !known.Contains(child.Name.LocalName)).GroupBy(child => child.Name.LocalName, StringComparer.Ordinal))
            {
                writer.WritePropertyName(XmlConvert.DecodeName(group.Key));
                WriteAdditional(writer, [.. group], additional);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteAdditional(Utf8JsonWriter writer, IReadOnlyList<XElement> elements, XmlShape shape)
    {
        if (shape.Kind == XmlShapeKind.List)
        {
            // The items bear the name of the member, as those of a list of an object do by default.
            WriteItems(writer, elements, shape);
        }
        else if (shape.Kind == XmlShapeKind.Any && elements.Count > 1)
        {
            writer.WriteStartArray();
            foreach (var element in elements)
            {
                WriteElement(writer, element, shape);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteElement(writer, elements[^1], shape);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, XElement element, XmlMember member)
    {
        switch (member.Kind)
        {
            case XmlMemberKind.Attribute when element.Attributes().FirstOrDefault(attribute => IsContent(attribute) && IsNamed(attribute.Name, member.Name)) is { } attribute:
                writer.WritePropertyName(member.JsonName);
                WriteText(writer, attribute.Value, member.Shape);
                break;
            case XmlMemberKind.Text or XmlMemberKind.CharacterData:
                writer.WritePropertyName(member.JsonName);
                WriteText(writer, string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value)), member.Shape);
                break;
            case XmlMemberKind.Element when member is { Shape.Kind: XmlShapeKind.List, IsWrapped: false }:
                var items = Find(element, member.Shape.ItemName).ToList();
                if (items.Count > 0 || member.IsRequired)
                {
                    writer.WritePropertyName(member.JsonName);
                    WriteItems(writer, items, member.Shape);
                }

                break;

            // Of an element that occurs twice the last counts, as of a JSON member.
            case XmlMemberKind.Element when Find(element, member.Name).LastOrDefault() is { } child:
                writer.WritePropertyName(member.JsonName);
                WriteElement(writer, child, member.Shape);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable<XElement> items, XmlShape list)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteElement(writer, item, list.Values!);
        }

        writer.WriteEndArray();
    }

    private static void WriteOpenObject(Utf8JsonWriter writer, XElement element)
    {
        writer.WriteStartObject();
        var children = element.Elements().GroupBy(child => child.Name.LocalName, StringComparer.Ordinal).ToList();
        var names = children.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes().Where(IsContent).Where(attribute => !names.Contains(attribute.Name.LocalName)))
        {
            writer.WriteString(attribute.Name.LocalName, attribute.Value);
        }

        foreach (var group in children)
        {
            writer.WritePropertyName(XmlConvert.DecodeName(group.Key));
            WriteAdditional(writer, [.. group], XmlShape.Any);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text, XmlShape shape)
    {
        switch (shape.Kind, text.Trim())
        {
            // An empty number or truth value is none; its codec decides whether it may be missing.
            case (XmlShapeKind.Number or XmlShapeKind.Boolean, ""):
                writer.WriteNullValue();
                break;
            case (XmlShapeKind.Boolean, "true" or "1"):
                writer.WriteBooleanValue(true);
                break;
            case (XmlShapeKind.Boolean, "false" or "0"):
                writer.WriteBooleanValue(false);
                break;
            case (XmlShapeKind.Number, var number) when IsJsonNumber(number):
                writer.WriteRawValue(number);
                break;
            default:
                // What is no number stays text: the codec names it in its error.
                writer.WriteStringValue(text);
                break;
        }
    }

    private static bool IsJsonNumber(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static XmlElementName OuterName(XmlMember member) => member is { Shape.Kind: XmlShapeKind.List, IsWrapped: false } ? member.Shape.ItemName : member.Name;

    private static IEnumerable<XElement> Find(XElement element, XmlElementName name) => element.Elements().Where(child => IsNamed(child.Name, name));

    private static bool IsNamed(XName found, XmlElementName name) => found.LocalName == name.LocalName && (name.Namespace is null || name.Namespace == found.NamespaceName);

    private static bool IsContent(XAttribute attribute)
        => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != XmlNames.Instance && attribute.Name.Namespace != XNamespace.Xml;

    private static bool IsNil(XElement element)
        => element.Attribute(XName.Get("nil", XmlNames.Instance)) is { Value: var value } && value.Trim() is "true" or "1";
}
