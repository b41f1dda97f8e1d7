using System.Xml;
using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>How the types that operations send or get as XML stand there, by the rules of OpenAPI's XML Object.</summary>
/// <param name="holder">The class that holds the shapes: <c>AcmeXml</c>.</param>
/// <param name="index">Of the description.</param>
/// <param name="reference">Gives a schema's type.</param>
internal sealed class XmlShapes(string holder, SchemaIndex index, Func<Schema, string, TypeReference> reference)
{
    /// <summary>Lists of lists and maps of maps through this many levels: nobody means that, and a cycle of references has no end.</summary>
    private const int MaxDepth = 16;

    /// <summary>The name of an outermost element that has none in the description.</summary>
    private const string UnnamedRoot = "root";

    private readonly SortedDictionary<string, XmlShapePlan> _plans = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Queue<(ObjectSchema Schema, string Identifier)> _queue = new();

    /// <summary>Whether the description says what is in the document: members, or items.</summary>
    public bool IsModelled(Schema? schema) => schema is not null && index.Resolve(schema) switch
    {
        ObjectSchema @object => !@object.Properties.IsEmpty || @object.AdditionalPropertiesSchema is not null,
        ArraySchema => true,
        _ => false,
    };

    /// <summary>The document of a schema that <see cref="IsModelled"/>.</summary>
    /// <param name="schema">Of the outermost element.</param>
    /// <param name="nameHint">The one with which the schema's type was asked for.</param>
    public XmlContentPlan Document(Schema schema, string nameHint)
    {
        var root = AnnotationsOf(schema)?.Name ?? (schema is ReferenceSchema reference ? index.Find(reference.Target)?.WireName : null) ?? UnnamedRoot;
        var content = new XmlContentPlan { Holder = holder, Shape = ShapeOf(schema, nameHint, root, 0), Root = NameOf(schema, root) };
        while (_queue.Count > 0)
        {
            var (@object, identifier) = _queue.Dequeue();
            _plans.Add(identifier, Plan(@object, identifier));
        }

        return content;
    }

    /// <summary>Of all records that stand in a document, in ordinal order of their names.</summary>
    public EquatableArray<XmlShapePlan> Plans() => _plans.Values.ToEquatableArray();

    private XmlShapePlan Plan(ObjectSchema schema, string identifier) => new()
    {
        Identifier = identifier,
        Members = schema.Properties.Select(property => Member(property, identifier)).ToEquatableArray(),
        Additional = schema.AdditionalProperties switch
        {
            AdditionalProperties.Any => new(XmlShapeCase.Any),
            AdditionalProperties.Typed => ShapeOf(schema.AdditionalPropertiesSchema!, identifier + "Value", "value", 0),
            _ => null,
        },
    };

    private XmlMemberPlan Member(Property property, string owner)
    {
        var annotations = AnnotationsOf(property.Schema);
        var nodeType = annotations?.NodeKind;

        // OpenAPI 3.0.4, XML Object, "XML Arrays": the name of the element around is also that of items without one. Without an element around it is ignored.
        var itemName = nodeType == XmlNodeKind.Element && annotations?.Name is { Length: > 0 } around ? around : property.WireName;
        var shape = ShapeOf(property.Schema, owner + Naming.Identifiers.Pascal(property.WireName), itemName, 0);
        return new XmlMemberPlan
        {
            WireName = property.WireName,
            Shape = shape,
            Name = NameOf(property.Schema, property.WireName),
            IsWrapped = shape.Case == XmlShapeCase.List && nodeType == XmlNodeKind.Element,
            IsRequired = shape.Case == XmlShapeCase.List && nodeType != XmlNodeKind.Element && property.IsRequired,

            // Only one text can be an attribute or stand as the text of an element.
            NodeKind = nodeType is { } node and not XmlNodeKind.None && shape.Case is not (XmlShapeCase.List or XmlShapeCase.Map or XmlShapeCase.Object) ? node : XmlNodeKind.Element,
        };
    }

    private XmlShapeReference ShapeOf(Schema schema, string nameHint, string name, int depth) => index.Resolve(schema) switch
    {
        ObjectSchema { Properties.IsEmpty: false } @object => ObjectOf(schema, @object, nameHint),
        ObjectSchema { AdditionalPropertiesSchema: { } value } when depth < MaxDepth
            => new(XmlShapeCase.Map) { Values = ShapeOf(value, nameHint + "Value", "value", depth + 1) },
        ArraySchema array when depth < MaxDepth => new(XmlShapeCase.List)
        {
            // The name of the array itself is that of the element around, if there is one.
            ItemName = NameOf(array.Items, name),
            Values = ShapeOf(array.Items, nameHint + "Item", name, depth + 1),
        },
        StringSchema => new(XmlShapeCase.Text),
        IntegerSchema or NumberSchema => new(XmlShapeCase.Number),
        BooleanSchema => new(XmlShapeCase.Boolean),
        _ => new(XmlShapeCase.Any),
    };

    private XmlShapeReference ObjectOf(Schema schema, ObjectSchema @object, string nameHint)
    {
        var identifier = reference(schema, nameHint).Name;
        if (_open.Add(identifier))
        {
            _queue.Enqueue((@object, identifier));
        }

        return new(XmlShapeCase.Object) { Identifier = identifier };
    }

    /// <summary>The schema's own; where it only refers to another, that one's.</summary>
    private XmlAnnotations? AnnotationsOf(Schema schema)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (schema.Xml is null && schema is ReferenceSchema reference && seen.Add(reference.Target) && index.Find(reference.Target) is { } target)
        {
            schema = target.Schema;
        }

        return schema.Xml ?? index.Simplify(schema).Xml;
    }

    private XmlNamePlan NameOf(Schema schema, string name)
    {
        var annotations = AnnotationsOf(schema);
        var @namespace = annotations?.Namespace is { Length: > 0 } given ? given : null;
        return new XmlNamePlan(
            LocalName(annotations?.Name is { Length: > 0 } own ? own : name),
            @namespace,
            @namespace is not null && annotations?.Prefix is { } prefix && IsPrefix(prefix) ? prefix : null);
    }

    // The description is untrusted, and a name that XML does not allow would fail at each call.
    private static string LocalName(string name) => name.Length == 0 ? "_" : XmlConvert.EncodeLocalName(name);

    private static bool IsPrefix(string prefix)
        => prefix.Length > 0 && XmlConvert.EncodeLocalName(prefix) == prefix && !prefix.StartsWith("xml", StringComparison.OrdinalIgnoreCase);
}
