namespace Specwright.Xml;

internal static class XmlNames
{
    /// <summary>Of <c>xsi:nil</c> (XML Schema 1.1, part 1, section 2.7.2): an element without a value.</summary>
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
}
