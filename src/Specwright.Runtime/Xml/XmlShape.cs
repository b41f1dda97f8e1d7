namespace Specwright.Xml;

/// <summary>How the values of a schema stand in XML. The values themselves go through their JSON codecs, so that formats, enumerations and errors are the same everywhere.</summary>
public sealed class XmlShape
{
    private readonly Func<XmlMember[]>? _makeMembers;
    private XmlMember[]? _members;

    private XmlShape(XmlShapeKind kind, Func<XmlMember[]>? makeMembers = null, XmlShape? values = null, XmlElementName itemName = default)
    {
        Kind = kind;
        _makeMembers = makeMembers;
        Values = values;
        ItemName = itemName;
    }

    /// <summary>Text.</summary>
    public static XmlShape Text { get; } = new(XmlShapeKind.Text);

    /// <summary>A number in JSON.</summary>
    public static XmlShape Number { get; } = new(XmlShapeKind.Number);

    /// <summary><c>true</c> or <c>false</c>; <c>1</c> and <c>0</c> are read too (XML Schema 1.1, part 2, section 3.3.2).</summary>
    public static XmlShape Boolean { get; } = new(XmlShapeKind.Boolean);

    /// <summary>A value that the description leaves open: text, or an object of the elements and attributes inside.</summary>
    public static XmlShape Any { get; } = new(XmlShapeKind.Any);

    internal XmlShapeKind Kind { get; }

    /// <summary>Of the additional members of an object, or of the items of a list.</summary>
    internal XmlShape? Values { get; }

    internal XmlElementName ItemName { get; }

    // A race makes the same members twice, which does no harm.
    internal IReadOnlyList<XmlMember> Members => _members ??= _makeMembers?.Invoke() ?? [];

    /// <summary>An object.</summary>
    /// <param name="members">In the order in which they are written. Asked for at the first use, since objects may contain themselves.</param>
    /// <param name="additional">Of the values of members that have no name in the description; null: they are skipped.</param>
    public static XmlShape Object(Func<XmlMember[]> members, XmlShape? additional = null) => new(XmlShapeKind.Object, members, additional);

    /// <summary>A list.</summary>
    /// <param name="itemName">Of the element of each item.</param>
    /// <param name="items">Of each item.</param>
    public static XmlShape List(XmlElementName itemName, XmlShape items) => new(XmlShapeKind.List, values: items, itemName: itemName);
}
