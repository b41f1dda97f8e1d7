using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Bodies of OpenAPI 2.0: a parameter in the body or form fields, with the media types that <c>consumes</c> and <c>produces</c> list.</summary>
internal sealed class Version2BodyReader(DescriptionContext context)
{
    public RequestBody? ReadRequest(ObjectNode operation, IReadOnlyList<ObjectNode> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter.TextOf("in") == "body") is { } body)
        {
            return new RequestBody
            {
                Pointer = body.Pointer,
                Description = body.TextOf("description"),
                IsRequired = body.IsTrue("required"),
                Content = Content(Declared(operation, "consumes", "application/json"), body, body["schema"] is { } schema ? context.Schemas.Read(schema) : null),
            };
        }

        var fields = parameters.Where(parameter => parameter.TextOf("in") == "formData" && parameter.TextOf("name") is not null).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var place = operation["parameters"] ?? operation;
        var form = new ObjectSchema
        {
            Pointer = place.Pointer,
            Properties = fields.Select(field => new Property
            {
                WireName = field.TextOf("name")!,
                Schema = context.Schemas.ReadInPlace(field),
                IsRequired = field.IsTrue("required"),
            }).ToEquatableArray(),
        };
        var ordinary = fields.Any(field => field.TextOf("type") == "file") ? "multipart/form-data" : "application/x-www-form-urlencoded";
        return new RequestBody
        {
            Pointer = place.Pointer,
            IsRequired = fields.Any(field => field.IsTrue("required")),
            Content = Content(FormMediaTypes(operation, ordinary), place, form)
                .Select(content => content with { Encodings = fields.Where(field => field.TextOf("type") == "array").Select(EncodingOf).ToEquatableArray() })
                .ToEquatableArray(),
        };
    }

    private static MemberEncoding EncodingOf(ObjectNode field)
    {
        var (style, explode) = ParameterReader.StyleOfCollection(field.TextOf("collectionFormat"), ParameterStyle.Form);
        return new MemberEncoding { WireName = field.TextOf("name")!, Style = style, Explode = explode };
    }

    /// <summary>Empty without a schema: then the response has no body.</summary>
    public EquatableArray<MediaType> ReadResponse(ObjectNode operation, ObjectNode response) => response["schema"] is { } schema
        ? Content(Declared(operation, "produces", "application/json"), response, context.Schemas.Read(schema))
        : default;

    /// <summary>Fields travel in forms only (OpenAPI 2.0, Parameter Object, <c>in</c>), whatever else the description lists for its other operations.</summary>
    private IReadOnlyList<string> FormMediaTypes(ObjectNode operation, string ordinary)
    {
        var forms = Declared(operation, "consumes", ordinary)
            .Where(name => name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return forms.Count > 0 ? forms : [ordinary];
    }

    /// <summary>What the operation lists or, without a list of its own, the description.</summary>
    private IReadOnlyList<string> Declared(ObjectNode operation, string keyword, string ordinary)
    {
        var declared = operation.TextsOf(keyword).ToList();
        if (declared.Count == 0)
        {
            declared = [.. context.Root.TextsOf(keyword)];
        }

        return declared.Count > 0 ? declared : [ordinary];
    }

    private static EquatableArray<MediaType> Content(IReadOnlyList<string> names, Node place, Schema? schema) =>
        names.Select(name => new MediaType { Pointer = place.Pointer, Name = name, Schema = schema }).ToEquatableArray();
}
