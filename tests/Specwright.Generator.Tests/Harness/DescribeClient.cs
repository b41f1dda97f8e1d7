using Specwright.Model;

namespace Specwright.Harness;

/// <summary>Builds small descriptions with operations by hand. Pointers are filled in from method and path.</summary>
internal static class DescribeClient
{
    public static ApiDescription With(this ApiDescription description, params Operation[] operations) => description with
    {
        Operations = operations.ToEquatableArray(),
        Servers = description.Servers.IsEmpty ? EquatableArray.Of(Server("https://api.acme.test/v1")) : description.Servers,
    };

    public static Server Server(string url, string? description = null, params ServerVariable[] variables) => new()
    {
        Pointer = "#/servers/" + url,
        Url = url,
        Description = description,
        Variables = variables.ToEquatableArray(),
    };

    public static Operation Operation(string method, string path, string? id = null, params object[] parts)
    {
        var pointer = $"#/paths/{path.Replace("~", "~0").Replace("/", "~1")}/{method.ToLowerInvariant()}";
        return new Operation
        {
            Pointer = pointer,
            Method = method,
            Path = path,
            OperationId = id,
            Parameters = parts.OfType<Parameter>().Select((parameter, index) => parameter with
            {
                Pointer = $"{pointer}/parameters/{index}",
                Schema = Describe.At(parameter.Schema, $"{pointer}/parameters/{index}/schema"),
            }).ToEquatableArray(),
            RequestBody = parts.OfType<RequestBody>().Select(body => body with
            {
                Pointer = pointer + "/requestBody",
                Content = Placed(body.Content, pointer + "/requestBody"),
            }).SingleOrDefault(),
            Responses = parts.OfType<Response>().Select(response => response with
            {
                Pointer = $"{pointer}/responses/{response.Status}",
                Content = Placed(response.Content, $"{pointer}/responses/{response.Status}"),
                Headers = response.Headers.Select(header => header with
                {
                    Pointer = $"{pointer}/responses/{response.Status}/headers/{header.WireName}",
                    Schema = Describe.At(header.Schema, $"{pointer}/responses/{response.Status}/headers/{header.WireName}/schema"),
                }).ToEquatableArray(),
            }).ToEquatableArray(),
            Security = parts.OfType<SecurityRequirement>().ToEquatableArray(),
        };
    }

    public static Operation Tagged(this Operation operation, params string[] tags) => operation with { Tags = tags.ToEquatableArray() };

    public static Tag Tag(string name, string? description = null, string? chosenName = null) => new()
    {
        Pointer = "#/tags/" + name,
        WireName = name,
        Description = description,
        ChosenName = chosenName,
    };

    public static Parameter Path(string name, Schema? schema = null) => Parameter(name, ParameterLocation.Path, ParameterStyle.Simple, schema, isRequired: true);

    public static Parameter Query(string name, Schema? schema = null, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        => Parameter(name, ParameterLocation.Query, style, schema) with { Explode = explode };

    public static Parameter Header(string name, Schema? schema = null) => Parameter(name, ParameterLocation.Header, ParameterStyle.Simple, schema);

    public static Parameter Cookie(string name, Schema? schema = null, bool explode = true)
        => Parameter(name, ParameterLocation.Cookie, ParameterStyle.Form, schema) with { Explode = explode };

    public static Parameter Needed(this Parameter parameter) => parameter with { IsRequired = true };

    public static RequestBody Body(string mediaType, Schema? schema = null) => Bodies((mediaType, schema));

    /// <summary>The body with Encoding Objects of its members, for each of its media types.</summary>
    public static RequestBody Encoded(this RequestBody body, params MemberEncoding[] encodings) => body with
    {
        Content = body.Content.Select(content => content with { Encodings = encodings.ToEquatableArray() }).ToEquatableArray(),
    };

    public static RequestBody Bodies(params (string MediaType, Schema? Schema)[] contents) => new()
    {
        Pointer = "",
        IsRequired = true,
        Content = contents.Select(content => Content(content.MediaType, content.Schema)).ToEquatableArray(),
    };

    public static Response Answer(string status, Schema? json = null) => new()
    {
        Pointer = "",
        Status = status,
        Content = json is null ? EquatableArray<MediaType>.Empty : EquatableArray.Of(Content("application/json", json)),
    };

    public static Response Answer(string status, string mediaType) => new() { Pointer = "", Status = status, Content = EquatableArray.Of(Content(mediaType, null)) };

    public static Response Answer(string status, params (string MediaType, Schema? Schema)[] contents)
        => new() { Pointer = "", Status = status, Content = contents.Select(content => Content(content.MediaType, content.Schema)).ToEquatableArray() };

    public static Response WithHeader(this Response response, string name, Schema? schema = null) => response with
    {
        Headers = response.Headers.Append(new ResponseHeader { Pointer = "", WireName = name, Schema = schema ?? Describe.String() }).ToEquatableArray(),
    };

    public static SecurityScheme Scheme(string name, SecuritySchemeKind kind, string? parameterName = null) => new()
    {
        Pointer = "#/components/securitySchemes/" + name,
        WireName = name,
        Kind = kind,
        ParameterName = parameterName,
    };

    public static SecurityRequirement Needs(params string[] names) => new() { Pointer = "#/security/0", Schemes = names.Select(name => new RequiredScheme { WireName = name }).ToEquatableArray() };

    private static Parameter Parameter(string name, ParameterLocation location, ParameterStyle style, Schema? schema, bool isRequired = false) => new()
    {
        Pointer = "",
        WireName = name,
        In = location,
        Style = style,
        IsRequired = isRequired,
        Schema = schema ?? Describe.String(),
    };

    private static MediaType Content(string name, Schema? schema) => new() { Pointer = "", Name = name, Schema = schema };

    private static EquatableArray<MediaType> Placed(EquatableArray<MediaType> content, string pointer) => content.Select(mediaType => mediaType with
    {
        Pointer = $"{pointer}/content/{mediaType.Name.Replace("/", "~1")}",
        Schema = mediaType.Schema is { } schema ? Describe.At(schema, $"{pointer}/content/{mediaType.Name.Replace("/", "~1")}/schema") : null,
    }).ToEquatableArray();
}
