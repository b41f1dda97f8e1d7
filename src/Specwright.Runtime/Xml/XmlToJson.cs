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
    public static ReadOnlyMemory<byte> Convert(TextReader text, XmlShape shape)
    {
        using var reader = XmlReader.Create(text, Settings);
        return Convert(reader, shape);
    }

    /// <inheritdoc cref="Convert(TextReader, XmlShape)"/>
    public static ReadOnlyMemory<byte> Convert(Stream bytes, XmlShape shape)
    {
        using var reader = XmlReader.Create(bytes, Settings);
        return Convert(reader, shape);
    }

    private static ReadOnlyMemory<byte> Convert(XmlReader reader, XmlShape shape)
    {
        var root = XDocument.Load(reader).Root!;
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, JsonWriterPool.Options);
        WriteElement(writer, root, shape, 0);
        writer.Flush();
        return output.WrittenMemory;
    }

    private static void WriteElement(Utf8JsonWriter writer, XElement element, XmlShape shape, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new XmlException($"more than {MaxDepth} elements inside one another");
        }

        if (IsNil(element))
        {
            writer.WriteNullValue();
            return;
        }

        switch (shape.Kind)
        {
            case XmlShapeKind.Object:
                WriteObject(writer, element, shape, depth);
                break;
            case XmlShapeKind.List:
                WriteItems(writer, Find(element, shape.ItemName), shape, depth);
                break;
            case XmlShapeKind.Any when element.HasElements || element.Attributes().Any(IsContent):
                WriteOpenObject(writer, element, depth);
                break;
            default:
                WriteText(writer, element.Value, shape);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, XElement element, XmlShape shape, int depth)
    {
        writer.WriteStartObject();
        foreach (var member in shape.Members)
        {
            WriteMember(writer, element, member, depth);
        }

        if (shape.Values is { } additional)
        {
            var known = shape.Members.Where(member => member.Kind == XmlMemberKind.Element).Select(OuterName).Select(name => name.LocalName).ToHashSet(StringComparer.Ordinal);
            foreach (var group in element.Elements().Where(child => !known.Contains(child.Name.LocalName)).GroupBy(child => child.Name.LocalName, StringComparer.Ordinal))
            {
                writer.WritePropertyName(XmlConvert.DecodeName(group.Key));
                WriteAdditional(writer, [.. group], additional, depth);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteAdditional(Utf8JsonWriter writer, IReadOnlyList<XElement> elements, XmlShape shape, int depth)
    {
        if (shape.Kind == XmlShapeKind.List)
        {
            // The items bear the name of the member, as those of a list of an object do by default.
            WriteItems(writer, elements, shape, depth);
        }
        else if (shape.Kind == XmlShapeKind.Any && elements.Count > 1)
        {
            writer.WriteStartArray();
            foreach (var element in elements)
            {
                WriteElement(writer, element, shape, depth + 1);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteElement(writer, elements[^1], shape, depth + 1);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, XElement element, XmlMember member, int depth)
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
                if (items.Count > 0)
                {
                    writer.WritePropertyName(member.JsonName);
                    WriteItems(writer, items, member.Shape, depth);
                }

                break;

            // Of an element that occurs twice the last counts, as of a JSON member.
            case XmlMemberKind.Element when Find(element, member.Name).LastOrDefault() is { } child:
                writer.WritePropertyName(member.JsonName);
                WriteElement(writer, child, member.Shape, depth + 1);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable<XElement> items, XmlShape list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteElement(writer, item, list.Values!, depth + 1);
        }

        writer.WriteEndArray();
    }

    private static void WriteOpenObject(Utf8JsonWriter writer, XElement element, int depth)
    {
        writer.WriteStartObject();
        var children = element.Elements().GroupBy(child => child.Name.LocalName, StringComparer.Ordinal).ToList();
        foreach (var attribute in element.Attributes().Where(IsContent).Where(attribute => children.TrueForAll(group => group.Key != attribute.Name.LocalName)))
        {
            writer.WriteString(attribute.Name.LocalName, attribute.Value);
        }

        foreach (var group in children)
        {
            writer.WritePropertyName(group.Key);
            WriteAdditional(writer, [.. group], XmlShape.Any, depth);
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
