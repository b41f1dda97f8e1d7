using Specwright.Model;

namespace Specwright.Planning;

/// <summary>How the objects of one record stand in XML. Only records that some operation sends or gets as XML have one.</summary>
internal sealed record XmlShapePlan
{
    /// <summary>The record's name.</summary>
    public required string Identifier { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<XmlMemberPlan> Members { get; init; }

    /// <summary>Of the additional members' values; null: there are none.</summary>
    public XmlShapeReference? Additional { get; init; }
}

internal sealed record XmlMemberPlan
{
    public required string WireName { get; init; }

    public required XmlShapeReference Shape { get; init; }

    /// <summary>Of its element or attribute; of a wrapped list: of the element around.</summary>
    public required XmlNamePlan Name { get; init; }

    /// <summary><see cref="XmlNodeKind.None"/> does not occur.</summary>
    public required XmlNodeKind NodeKind { get; init; }

    public bool IsWrapped { get; init; }

    /// <summary>Of a list that is not wrapped; otherwise the value itself says whether it is there.</summary>
    public bool IsRequired { get; init; }
}

internal enum XmlShapeCase
{
    Text,
    Number,
    Boolean,

    /// <summary>Whatever the text looks like: the description leaves it open, or it is a union.</summary>
    Any,

    /// <summary>A record with a <see cref="XmlShapePlan"/>.</summary>
    Object,
    Map,
    List,
}

internal sealed record XmlShapeReference(XmlShapeCase Case)
{
    /// <summary>Of an object: the record's name.</summary>
    public string? Identifier { get; init; }

    /// <summary>Of a list or map: of its values.</summary>
    public XmlShapeReference? Values { get; init; }

    /// <summary>Of a list: the name of each item's element.</summary>
    public XmlNamePlan? ItemName { get; init; }
}

/// <param name="LocalName">A name without colon that XML allows.</param>
/// <param name="Namespace">Null: that of the element around.</param>
/// <param name="Prefix">Null: written without one; only beside a namespace.</param>
internal sealed record XmlNamePlan(string LocalName, string? Namespace, string? Prefix);

/// <summary>A body in XML.</summary>
internal sealed record XmlContentPlan
{
    /// <summary>The class that holds the records' shapes: <c>AcmeXml</c>.</summary>
    public required string Holder { get; init; }

    public required XmlShapeReference Shape { get; init; }

    /// <summary>The outermost element.</summary>
    public required XmlNamePlan Root { get; init; }
}
