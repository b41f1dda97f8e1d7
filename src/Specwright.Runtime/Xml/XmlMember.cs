namespace Specwright.Xml;

/// <summary>How a member of an object stands in its element.</summary>
/// <param name="JsonName">The member's name in the description.</param>
/// <param name="Shape">Of its value.</param>
public sealed record XmlMember(string JsonName, XmlShape Shape)
{
    /// <summary>Of its element or attribute; of a wrapped list: of the element around. The same as in the description unless it says otherwise.</summary>
    public XmlElementName Name { get; init; } = new(JsonName);

    /// <summary>What the value is made into.</summary>
    public XmlMemberKind Kind { get; init; }

    /// <summary>Of a list: one element stands around the elements of its items (<c>wrapped: true</c>).</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Of a list without an element around: where it has no item, it is read as an empty one. In XML nothing tells such a list from none.</summary>
    public bool IsRequired { get; init; }
}
