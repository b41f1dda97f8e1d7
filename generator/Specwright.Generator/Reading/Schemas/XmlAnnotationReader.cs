using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>The XML Object of a schema.</summary>
internal static class XmlAnnotationReader
{
    public static XmlAnnotations Read(ObjectNode node) => new()
    {
        Name = node.TextOf("name"),
        Namespace = node.TextOf("namespace"),
        Prefix = node.TextOf("prefix"),
        NodeKind = node.TextOf("nodeType") switch
        {
            "element" => XmlNodeKind.Element,
            "attribute" => XmlNodeKind.Attribute,
            "text" => XmlNodeKind.Text,
            "cdata" => XmlNodeKind.CharacterData,
            "none" => XmlNodeKind.None,
            _ when node.IsTrue("attribute") => XmlNodeKind.Attribute,
            _ when node.IsTrue("wrapped") => XmlNodeKind.Element,
            _ => null,
        },
    };
}
