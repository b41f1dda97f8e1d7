namespace Specwright.Model;

/// <summary>One method on one path.</summary>
internal sealed record Operation
{
    /// <summary>For example <c>#/paths/~1orders~1{id}/get</c>.</summary>
    public required string Pointer { get; init; }

    public string? OperationId { get; init; }

    /// <summary>The value of <c>x-specwright-name</c>, if any.</summary>
    public string? ChosenName { get; init; }

    /// <summary>In capitals: <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path template as written, with its leading slash.</summary>
    public required string Path { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    public EquatableArray<string> Tags { get; init; }

    /// <summary>Path-level parameters merged in, overridden ones removed; in the order of the description.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }

    public RequestBody? RequestBody { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<Response> Responses { get; init; }

    /// <summary>
    /// The alternatives, any one of which suffices; the operation's own or, without one, the description's. Empty: no security.
    /// An alternative without scheme names is anonymous access.
    /// </summary>
    public EquatableArray<SecurityRequirement> Security { get; init; }

    /// <summary>What the description says about pages; null: nothing.</summary>
    public Pagination? Pagination { get; init; }

    /// <summary>Servers of the operation or its path item; empty: those of the description.</summary>
    public EquatableArray<Server> Servers { get; init; }
}

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}

internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,

    /// <summary>Of OpenAPI 2.0 only.</summary>
    TabDelimited,
    PipeDelimited,
    DeepObject,
}

internal sealed record Parameter
{
    public required string Pointer { get; init; }

    public required string WireName { get; init; }

    /// <summary>The value of <c>x-specwright-name</c>, if any.</summary>
    public string? ChosenName { get; init; }

    public required ParameterLocation In { get; init; }

    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>With the default of the location filled in.</summary>
    public ParameterStyle Style { get; init; }

    /// <summary>With the default of the style filled in.</summary>
    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>The schema's <c>default</c>, where that is an integer: which page is the first, or how many items are on one.</summary>
    public long? Default { get; init; }

    /// <summary>The schema's <c>minimum</c>, where that is an integer.</summary>
    public long? Minimum { get; init; }

    /// <summary>The value of <c>x-specwright-idempotency-key</c>; null: the name decides.</summary>
    public bool? IsIdempotencyKey { get; init; }

    /// <summary>Schema of the value, also where it stands under <c>content</c>.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The media type of a <c>content</c> parameter; null for a <c>schema</c> parameter.</summary>
    public string? ContentMediaType { get; init; }
}

internal sealed record RequestBody
{
    public required string Pointer { get; init; }

    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<MediaType> Content { get; init; }
}

internal sealed record MediaType
{
    public required string Pointer { get; init; }

    /// <summary>As written, such as <c>application/json; charset=utf-8</c> or <c>text/*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Null: the description gives no schema.</summary>
    public Schema? Schema { get; init; }

    /// <summary>
    /// Of a sequence, <c>itemSchema</c> (3.2): what each item is. Of server-sent events: what the data of each event is, the schema of the event around it
    /// already taken off.
    /// </summary>
    public Schema? ItemSchema { get; init; }

    /// <summary>How members stand in a form or in parts, for those that the description says it of.</summary>
    public EquatableArray<MemberEncoding> Encodings { get; init; }
}

/// <summary>The Encoding Object of one member of a body.</summary>
internal sealed record MemberEncoding
{
    public required string WireName { get; init; }

    /// <summary>As written; several are separated by commas.</summary>
    public string? ContentType { get; init; }

    /// <summary>Null unless style, explode or allowReserved is given: then the media type decides.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary>With the default of the style filled in.</summary>
    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }
}

internal sealed record Response
{
    public required string Pointer { get; init; }

    /// <summary><c>200</c>, <c>4XX</c> (X in capitals) or <c>default</c>.</summary>
    public required string Status { get; init; }

    public string? Description { get; init; }

    public EquatableArray<ResponseHeader> Headers { get; init; }

    /// <summary>Empty: no body.</summary>
    public EquatableArray<MediaType> Content { get; init; }

    /// <summary>Operations that may follow.</summary>
    public EquatableArray<Link> Links { get; init; }
}

/// <summary>An operation that may follow an answer, and what of the answer it takes.</summary>
internal sealed record Link
{
    public required string WireName { get; init; }

    /// <summary>The operation's id or the pointer to it, as written.</summary>
    public required string Target { get; init; }

    public string? Description { get; init; }

    public EquatableArray<LinkParameter> Parameters { get; init; }

    /// <summary>The body, as an expression or a value; null: not said.</summary>
    public string? RequestBody { get; init; }
}

/// <param name="Name">The parameter of the operation that follows, its place before it where that is needed: <c>path.id</c>.</param>
/// <param name="Value">An expression (<c>$response.body#/id</c>) or a value.</param>
internal sealed record LinkParameter(string Name, string Value);

internal sealed record ResponseHeader
{
    public required string Pointer { get; init; }

    public required string WireName { get; init; }

    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    public required Schema Schema { get; init; }
}
