namespace Specwright.Xml;

internal enum XmlShapeKind
{
    Text,
    Number,
    Boolean,
    Any,
    Object,
    List,
}
