using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>The keywords that say something about a schema without saying what values it has.</summary>
internal static class AnnotationReader
{
    /// <summary>The schema with the annotations of <paramref name="node"/>; where the node is silent, the schema's own stay.</summary>
    public static Schema Annotate(Schema schema, ObjectNode node) => schema with
    {
        Pointer = node.Pointer,
        Title = node.TextOf("title") ?? schema.Title,
        Description = node.TextOf("description") ?? schema.Description,
        AllowsNull = schema.AllowsNull || IsNullable(node),
        IsDeprecated = schema.IsDeprecated || node.IsTrue("deprecated") || node.IsTrue("x-deprecated"),
        IsReadOnly = schema.IsReadOnly || node.IsTrue("readOnly"),
        IsWriteOnly = schema.IsWriteOnly || node.IsTrue("writeOnly"),
        ChosenName = node.TextOf("x-specwright-name") ?? schema.ChosenName,
        DiscriminatorValue = node.TextOf("x-ms-discriminator-value") ?? schema.DiscriminatorValue,
        DefaultJson = node["default"] is { } value ? JsonText.Write(value) : schema.DefaultJson,
        Xml = node["xml"] is ObjectNode xml ? XmlAnnotationReader.Read(xml) : schema.Xml,
    };

    /// <summary>
    /// By any of the ways the versions know: <c>nullable</c> (3.0), <c>x-nullable</c> (2.0, custom), <c>null</c> as a type (3.1) or as
    /// a value. They are understood in every version: a client that expects a null which never comes loses nothing.
    /// </summary>
    public static bool IsNullable(ObjectNode node) =>
        node.IsTrue("nullable")
        || node.IsTrue("x-nullable")
        || node["type"] is ScalarNode { Text: "null" }
        || node.ItemsOf("type").Any(IsNullType)
        || node.ItemsOf("enum").Any(item => item.IsNull())
        || (node["const"]?.IsNull() ?? false);

    /// <summary>A schema whose only value is null.</summary>
    public static bool IsNullOnly(Node node) =>
        node is ObjectNode candidate
        && candidate["$ref"] is null
        && (candidate["type"] is ScalarNode { Text: "null" }
            || (candidate["type"] is ArrayNode { Items.Count: > 0 } types && types.Items.All(IsNullType))
            || (candidate["enum"] is ArrayNode { Items.Count: > 0 } values && values.Items.All(item => item.IsNull()))
            || (candidate["const"]?.IsNull() ?? false)
            // The 3.0 idiom for "or null" in a union: {nullable: true} and nothing else.
            || (candidate.IsTrue("nullable") && candidate.Members.All(member => member.Name is "nullable" or "description" or "title")));

    private static bool IsNullType(Node type) => type.IsNull() || type is ScalarNode { Text: "null" };
}
