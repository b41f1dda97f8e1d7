namespace Specwright.Model;

/// <summary>How a schema's values stand in XML (OpenAPI 3.1.1, section 4.8.26; 3.2.0, section 4.27).</summary>
internal sealed record XmlAnnotations
{
    /// <summary>Of the element or attribute; null: not given.</summary>
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    public string? Prefix { get; init; }

    /// <summary>Null: not given.</summary>
    public XmlNodeKind? NodeKind { get; init; }
}

/// <summary>The words of OpenAPI 3.2; <c>attribute: true</c> and <c>wrapped: true</c> of earlier versions are two of them.</summary>
internal enum XmlNodeKind
{
    /// <summary>Of an array: an element stands around the elements of its items.</summary>
    Element,
    Attribute,
    Text,

    /// <summary><c>cdata</c>.</summary>
    CharacterData,

    /// <summary>No node of its own: what is inside stands in the node around.</summary>
    None,
}
