namespace Specwright.Xml;

/// <summary>The name of an element or attribute (OpenAPI 3.1.1, section 4.8.26: <c>name</c>, <c>namespace</c>, <c>prefix</c>).</summary>
/// <param name="LocalName">Without a prefix.</param>
/// <param name="Namespace">Null: that of the element around it; an attribute is in none.</param>
/// <param name="Prefix">Null: written without one.</param>
public readonly record struct XmlElementName(string LocalName, string? Namespace = null, string? Prefix = null);
