namespace Specwright.Xml;

/// <summary>What a member of an object is in XML (OpenAPI 3.2.0, <c>nodeType</c>; before: <c>attribute</c>).</summary>
public enum XmlMemberKind
{
    /// <summary>An element inside the object's own.</summary>
    Element,

    /// <summary>An attribute of the object's element.</summary>
    Attribute,

    /// <summary>The text of the object's element.</summary>
    Text,

    /// <summary>The text of the object's element, written as a CDATA section.</summary>
    CharacterData,
}
