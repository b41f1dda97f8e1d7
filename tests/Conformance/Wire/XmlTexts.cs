using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Compares an XML body with the value that was passed, by its texts alone: for schemas that do not say how a value stands in XML, so that <see cref="XmlTree"/> has nothing to compare with.</summary>
internal static class XmlTexts
{
    /// <exception cref="FormatException">The bytes are no XML.</exception>
    public static XElement Read(byte[] xml)
    {
        try
        {
            return XElement.Load(new MemoryStream(xml));
        }
        catch (XmlException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Null where there is no difference.</summary>
    public static string? Difference(XElement root, JToken passed)
    {
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
        _ => [TextOf((JValue)value)],
    };

    public static string TextOf(JValue value) => value.Value is bool truth ? truth ? "true" : "false" : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;

    /// <summary>The same text for numbers of one value and for instants that are one.</summary>
    public static string Canonical(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : text.Length > 10 && text[4..5] == "-" && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            : text;
}
