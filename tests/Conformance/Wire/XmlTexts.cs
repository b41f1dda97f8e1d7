using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Compares an XML body with the value that was passed, by its texts: how elements are named is a matter of annotations that NSwag does not read fully.</summary>
internal static class XmlTexts
{
    /// <exception cref="FormatException">The bytes are no XML.</exception>
    public static string? Difference(byte[] xml, JToken passed)
    {
        XElement root;
        try
        {
            root = XElement.Load(new MemoryStream(xml));
        }
        catch (XmlException exception)
        {
            throw new FormatException(exception.Message, exception);
        }

        var actual = root.DescendantsAndSelf()
            .SelectMany(element => element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "nil").Select(attribute => attribute.Value)
                .Concat(element.HasElements || element.IsEmpty ? [] : [element.Value]))
            .Select(Canonical)
            .Order(StringComparer.Ordinal);
        var expected = Leaves(passed).Select(Canonical).Order(StringComparer.Ordinal);
        return actual.SequenceEqual(expected) ? null : "the XML holds other texts";
    }

    private static IEnumerable<string> Leaves(JToken value) => value switch
    {
        JContainer container => container.Children().SelectMany(Leaves),
        JValue { Type: JTokenType.Null } => [],
        JValue { Value: bool truth } => [truth ? "true" : "false"],
        _ => [Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!],
    };

    private static string Canonical(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : text.Length > 10 && text[4..5] == "-" && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            : text;
}
