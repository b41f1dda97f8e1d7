using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>How the members of a body stand in a form or as parts (OpenAPI, Encoding Object).</summary>
internal static class MemberPlanner
{
    /// <summary>Only what differs from the usual: text for scalars, a field for each element of a list, JSON for objects.</summary>
    public static EquatableArray<FormEncodingPlan> EncodingsOf(MediaType content) => content.Encodings
        .Where(encoding => encoding.Style is not null || IsJson(encoding.ContentType))
        .Select(encoding => new FormEncodingPlan
        {
            WireName = encoding.WireName,
            Style = encoding.Style,
            Explode = encoding.Explode,
            AllowReserved = encoding.AllowReserved,
        })
        .ToEquatableArray();

    public static EquatableArray<PartPlan> PartsOf(RecordPlan record, MediaType content) => record.Properties
        .Select(property => PartOf(property, content.Encodings.FirstOrDefault(encoding => encoding.WireName == property.WireName)))
        .Concat(AdditionalOf(record.AdditionalProperties))
        .ToEquatableArray();

    private static IEnumerable<PartPlan> AdditionalOf(AdditionalPropertiesPlan? additional)
        => additional is null ? [] : [new PartPlan { Identifier = additional.Identifier, WireName = null, Type = additional.Value }];

    private static PartPlan PartOf(PropertyPlan property, MemberEncoding? encoding) => new()
    {
        Identifier = property.ValuePath,
        WireName = property.WireName,
        Type = property.Type,
        ContentType = ContentTypeOf(encoding),
        Delimiter = property.Type is { Shape: TypeShape.List, Item: { } item } && item.IsScalar && encoding is { Style: { } style, Explode: false }
            ? DelimiterOf(style)
            : null,
    };

    // A list of media types or a wildcard leaves the choice to the file.
    private static string? ContentTypeOf(MemberEncoding? encoding)
        => encoding?.ContentType is { } contentType && contentType.IndexOf(',') < 0 && contentType.IndexOf('*') < 0 ? MediaTypeName.ForContent(contentType) : null;

    private static string DelimiterOf(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => " ",
        ParameterStyle.TabDelimited => "\t",
        ParameterStyle.PipeDelimited => "|",
        _ => ",",
    };

    private static bool IsJson(string? contentType)
        => contentType is not null && MediaTypeName.KindOf(contentType.Split(',')[0]) is MediaTypeKind.Json or MediaTypeKind.JsonSuffix;
}
