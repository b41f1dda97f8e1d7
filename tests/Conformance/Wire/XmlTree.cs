using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>How a value stands in XML by its schema's annotations (OpenAPI 3.0.4, XML Object), and whether another tree says the same.</summary>
/// <remarks>Only where the schema says it: not for unions, maps and names that no element can have.</remarks>
internal static class XmlTree
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The element for an object; null where the schema does not say how it stands.</summary>
    public static XElement? Of(JToken value, JsonSchema schema)
    {
        try
        {
            return value is JObject members ? Fill(Element(Annotation.Of(schema), NameOf(schema) ?? "root"), members, schema) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The value without what leaves no trace in XML: null and empty lists.</summary>
    public static JToken WithoutNothing(JToken value) => value switch
    {
        JObject members => new JObject(members.Properties()
            .Where(member => member.Value.Type != JTokenType.Null && member.Value is not JArray { Count: 0 })
            .Select(member => new JProperty(member.Name, WithoutNothing(member.Value)))),
        JArray items => new JArray(items.Where(item => item.Type != JTokenType.Null).Select(WithoutNothing)),
        _ => value,
    };

    /// <summary>The first difference; null where there is none. Elements of different names may stand in any order.</summary>
    /// <param name="expected">From <see cref="Of"/>.</param>
    /// <param name="actual">Its namespaces count where the expected one has one.</param>
    /// <param name="schema">Tells whether the root has a name.</param>
    public static string? Difference(XElement expected, XElement actual, JsonSchema schema)
        => NameOf(schema) is not null && IsOther(expected, actual) ? $"the root is {actual.Name} instead of {expected.Name}" : Difference(expected, actual, expected.Name.LocalName);

    private static string? Difference(XElement expected, XElement actual, string path)
    {
        var (wanted, there) = (AttributesOf(expected), AttributesOf(actual));
        if (!wanted.SequenceEqual(there, StringComparer.Ordinal))
        {
            return $"{path} has the attributes [{string.Join(", ", there)}] instead of [{string.Join(", ", wanted)}]";
        }

        var (parts, others) = (ChildrenOf(expected), ChildrenOf(actual));
        if (parts.Count == 0 && others.Count == 0)
        {
            return XmlTexts.Canonical(expected.Value) == XmlTexts.Canonical(actual.Value) ? null : $"{path} is '{actual.Value}' instead of '{expected.Value}'";
        }

        foreach (var name in parts.Concat(others).Select(part => part.Name.LocalName).Distinct(StringComparer.Ordinal))
        {
            var same = parts.Where(part => part.Name.LocalName == name).ToList();
            var found = others.Where(part => part.Name.LocalName == name).ToList();
            if (same.Count != found.Count)
            {
                return $"{path} has {found.Count} elements {name} instead of {same.Count}";
            }

            for (var index = 0; index < same.Count; index++)
            {
                if ((IsOther(same[index], found[index]) ? $"{path}/{name} is in the namespace '{found[index].Name.NamespaceName}'" : Difference(same[index], found[index], $"{path}/{name}")) is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }

    private static bool IsOther(XElement expected, XElement actual)
        => expected.Name.LocalName != actual.Name.LocalName || (expected.Name.Namespace != XNamespace.None && expected.Name.Namespace != actual.Name.Namespace);

    private static List<string> AttributesOf(XElement element) =>
    [
        .. element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Instance)
            .Select(attribute => $"{attribute.Name.LocalName}={XmlTexts.Canonical(attribute.Value)}")
            .Order(StringComparer.Ordinal),
    ];

    // Nothing may be written as an empty element, as a nil one, or not at all.
    private static List<XElement> ChildrenOf(XElement element) => [.. element.Elements().Where(child => child.HasElements || child.Value.Length > 0 || AttributesOf(child).Count > 0)];

    /// <summary>The element with everything that the members put into it; null where the schema does not say how.</summary>
    private static XElement? Fill(XElement element, JObject members, JsonSchema schema)
    {
        var properties = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        if (!Collect(schema, properties, 0))
        {
            return null;
        }

        foreach (var member in members.Properties().Where(member => member.Value.Type != JTokenType.Null))
        {
            if (!properties.TryGetValue(member.Name, out var property) || !Add(element, member, property))
            {
                return null;
            }
        }

        return element;
    }

    private static bool Add(XElement element, JProperty member, JsonSchema property)
    {
        var annotation = Annotation.Of(property);
        if (member.Value is JArray items)
        {
            if (property.ActualSchema.Item is not { } item)
            {
                return false;
            }

            var holder = element;
            if (annotation.IsWrapped)
            {
                holder = Element(annotation, member.Name);
                element.Add(holder);
            }

            // The name of the list is that of the element around, and without one of their own that of its items too; it is ignored where there is none around.
            var name = (annotation.IsWrapped ? annotation.Name : null) ?? member.Name;
            return items.All(value => Add(holder, value, Element(Annotation.Of(item), name), item));
        }

        // An object is no attribute, whatever the description says.
        if (annotation.IsAttribute && member.Value is JValue text)
        {
            element.SetAttributeValue(annotation.Name ?? member.Name, XmlTexts.TextOf(text));
            return true;
        }

        return Add(element, member.Value, Element(annotation, member.Name), property);
    }

    private static bool Add(XElement holder, JToken value, XElement element, JsonSchema schema)
    {
        holder.Add(element);
        switch (value)
        {
            case JObject members:
                return Fill(element, members, schema) is not null;
            case JValue scalar:
                element.Value = XmlTexts.TextOf(scalar);
                return true;
            default:
                return false;
        }
    }

    private static XElement Element(Annotation annotation, string name)
        => new((annotation.Namespace is { } address ? XNamespace.Get(address) : XNamespace.None) + (annotation.Name ?? name));

    /// <summary>The properties of the schema and of its <c>allOf</c>; false where something else may say what stands there.</summary>
    private static bool Collect(JsonSchema reference, Dictionary<string, JsonSchema> properties, int depth)
    {
        var schema = reference.ActualSchema;
        if (depth > 16 || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0 || schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0)
        {
            return false;
        }

        foreach (var (name, property) in schema.Properties)
        {
            properties.TryAdd(name, property);
        }

        return schema.AllOf.All(part => Collect(part, properties, depth + 1));
    }

    /// <summary>Null: the description does not say what the root is called.</summary>
    private static string? NameOf(JsonSchema schema)
        => Annotation.Of(schema).Name ?? (schema.ActualSchema.ExtensionData?.TryGetValue(PreparedDocument.ComponentName, out var name) == true ? name as string : null);

    private sealed record Annotation(string? Name, string? Namespace, bool IsAttribute, bool IsWrapped)
    {
        private static readonly Annotation None = new(null, null, IsAttribute: false, IsWrapped: false);

        /// <summary>The schema's own, else that of what it refers to.</summary>
        public static Annotation Of(JsonSchema schema)
        {
            var text = TextOf(schema) ?? TextOf(schema.ActualSchema) ?? (schema.ActualSchema is { AllOf: { Count: 1 } parts } ? TextOf(parts.First().ActualSchema) : null);
            return text is null ? None : JObject.Parse(text) is var json
                ? new(json["name"]?.ToString(), json["namespace"]?.ToString(), json["attribute"]?.ToString() is "True" or "true", json["wrapped"]?.ToString() is "True" or "true")
                : None;
        }

        private static string? TextOf(JsonSchema schema) => schema.ExtensionData?.TryGetValue(PreparedDocument.Xml, out var text) == true ? text as string : null;
    }
}
