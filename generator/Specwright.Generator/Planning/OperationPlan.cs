using Specwright.Model;

namespace Specwright.Planning;

internal sealed record OperationPlan
{
    /// <summary>For example <c>GetOrder</c>; methods are <c>GetOrderAsync</c> and <c>GetOrderResponseAsync</c>. Unique in the client or sub-client.</summary>
    public required string Identifier { get; init; }

    /// <summary>The description's own id, or method and path where it has none: named in errors and telemetry.</summary>
    public required string OperationId { get; init; }

    /// <summary>In capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The template as written.</summary>
    public required string PathTemplate { get; init; }

    public EquatableArray<PathPart> Path { get; init; }

    /// <summary>As C# parameters, in order: required ones, the body where required, optional ones, the body where optional.</summary>
    public EquatableArray<ParameterPlan> Parameters { get; init; }

    public BodyPlan? Body { get; init; }

    /// <summary>Exact statuses first, then ranges, then <c>default</c>; success and errors.</summary>
    public EquatableArray<ResponsePlan> Responses { get; init; }

    /// <summary>What the method returns; null: nothing.</summary>
    public ResultPlan? Result { get; init; }

    /// <summary>
    /// Null, except for the second method of an operation whose answer may be a sequence or something else: then the identifier of the first, which has the
    /// descriptor and the record of header fields.
    /// </summary>
    public string? PrimaryIdentifier { get; init; }

    /// <summary>The field that says what the operation is: <c>GetOrderOperation</c>.</summary>
    public string DescriptorField => (PrimaryIdentifier ?? Identifier) + "Operation";

    /// <summary>The record of declared response headers; null where none is declared.</summary>
    public HeadersPlan? Headers { get; init; }

    /// <summary>Alternatives by identifier of the options' scheme field; an empty inner list is anonymous access.</summary>
    public EquatableArray<SecurityAlternativePlan> Security { get; init; }

    /// <summary>The option that holds the address of the operation's own server; null: the base address.</summary>
    public string? ServerSetting { get; init; }

    /// <summary>How pages follow each other; null: the operation has none that could be told.</summary>
    public PagingPlan? Paging { get; init; }

    public required Documentation Documentation { get; init; }

    public required string SourcePointer { get; init; }
}

internal sealed record SecurityAlternativePlan
{
    public EquatableArray<RequiredSchemePlan> Schemes { get; init; }
}

internal sealed record RequiredSchemePlan
{
    /// <summary>For example <c>BearerAuthScheme</c>.</summary>
    public required string SchemeField { get; init; }

    /// <summary>To be asked for with the access token; empty where the caller brings the token.</summary>
    public EquatableArray<string> Scopes { get; init; }
}

/// <summary>Literal text of the path (already percent-encoded) or the identifier of a parameter.</summary>
internal sealed record PathPart
{
    public string? Literal { get; init; }

    public string? ParameterIdentifier { get; init; }
}

internal sealed record ParameterPlan
{
    /// <summary>camelCase, keyword-safe, unique in the method; the last parameter is always <c>cancellationToken</c>.</summary>
    public required string Identifier { get; init; }

    public required string WireName { get; init; }

    public required ParameterLocation In { get; init; }

    public required TypeReference Type { get; init; }

    public required bool IsRequired { get; init; }

    public ParameterStyle Style { get; init; }

    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    public ParameterWriting Writing { get; init; }

    /// <summary>Made by the runtime where the caller gives none; always sent, and optional in C#.</summary>
    public bool IsIdempotencyKey { get; init; }

    public string? Description { get; init; }
}

internal enum ParameterWriting
{
    /// <summary>The one text of a scalar.</summary>
    Text,

    /// <summary>The texts of a list in an ordinary style.</summary>
    List,

    /// <summary>The parts of an object or of a list, from its JSON: objects anywhere, and the styles label, matrix and deepObject.</summary>
    Parts,

    /// <summary>JSON text: a parameter with <c>content</c>.</summary>
    Json,
}

internal enum BodyKind
{
    Json,
    Text,
    Bytes,
    Form,
    Multipart,

    /// <summary>A sequence of JSON values.</summary>
    Items,

    /// <summary>A document whose members or items the description names.</summary>
    Xml,
}

internal sealed record BodyPlan
{
    /// <summary>The C# parameter: <c>body</c> unless taken.</summary>
    public required string Identifier { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>As sent: <c>application/json</c>.</summary>
    public required string MediaType { get; init; }

    public required TypeReference Type { get; init; }

    public required bool IsRequired { get; init; }

    public string? Description { get; init; }

    /// <summary>Of an XML body.</summary>
    public XmlContentPlan? Xml { get; init; }

    /// <summary>Of a form: members that do not stand in the usual way.</summary>
    public EquatableArray<FormEncodingPlan> Encodings { get; init; }

    /// <summary>Of a body of parts: all members, in the order of the description. Empty: the description names none, and the caller makes the body.</summary>
    public EquatableArray<PartPlan> Parts { get; init; }
}

internal sealed record FormEncodingPlan
{
    public required string WireName { get; init; }

    /// <summary>Null: as JSON text.</summary>
    public ParameterStyle? Style { get; init; }

    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }
}

internal sealed record PartPlan
{
    /// <summary>How the property of the record is reached.</summary>
    public required string Identifier { get; init; }

    /// <summary>Null: the additional properties, each under its own name.</summary>
    public required string? WireName { get; init; }

    /// <summary>Of the additional properties: of each.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Of the part, or of each part of a list; null: the usual one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Between the elements of a list that is one part; null: a part for each.</summary>
    public string? Delimiter { get; init; }
}

internal sealed record ResultPlan
{
    public required TypeReference Type { get; init; }

    public required ResultDelivery Delivery { get; init; }

    /// <summary>The type that holds one body of several types; null where the bodies have one type.</summary>
    public ResultTypePlan? Several { get; init; }

    /// <summary>Some success response has a body and another has none: the result may be null.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Sent as the Accept field: the JSON media type of the success responses, or as written.</summary>
    public required string Accept { get; init; }

    public string? Description { get; init; }
}

/// <summary>When the caller gets the body.</summary>
internal enum ResultDelivery
{
    /// <summary>Read whole.</summary>
    Whole,

    /// <summary>Open: the caller reads and disposes it.</summary>
    Open,

    /// <summary>Open, and the plain method gives the items alone.</summary>
    Items,
}

/// <summary>A type that holds one of several success bodies.</summary>
internal sealed record ResultTypePlan
{
    /// <summary>For example <c>GetOrderResult</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>In the order of the statuses; no C# type twice.</summary>
    public EquatableArray<ResultCasePlan> Cases { get; init; }

    /// <summary>Some case is an open body.</summary>
    public bool IsDisposable { get; init; }
}

internal sealed record ResultCasePlan
{
    /// <summary>Behind <c>TryGet</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Of <c>Switch</c>.</summary>
    public required string ParameterName { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>The statuses with such a body, as written.</summary>
    public EquatableArray<string> Statuses { get; init; }
}

internal enum ResponseKind
{
    /// <summary>A success with a JSON body.</summary>
    Json,
    Text,

    /// <summary>A success with an XML body whose members or items the description names.</summary>
    Xml,

    /// <summary>A success whose body is given as an open stream.</summary>
    Stream,

    /// <summary>Server-sent events with JSON data.</summary>
    Events,

    /// <summary>Server-sent events with text.</summary>
    TextEvents,

    /// <summary>A sequence of JSON values.</summary>
    Items,

    /// <summary>A success without a body.</summary>
    NoBody,

    /// <summary>A declared error with a body in JSON or XML.</summary>
    Error,

    /// <summary>A declared error without such a body.</summary>
    ErrorWithoutBody,
}

internal sealed record ResponsePlan
{
    /// <summary>As written: <c>200</c>, <c>4XX</c>, <c>default</c>.</summary>
    public required string Status { get; init; }

    public required ResponseKind Kind { get; init; }

    /// <summary>The body, of a sequence the whole sequence; null without one.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>Of a body in XML, success or error.</summary>
    public XmlContentPlan? Xml { get; init; }

    public string? Description { get; init; }
}

/// <summary>The record of an operation's declared response header fields.</summary>
internal sealed record HeadersPlan
{
    /// <summary>For example <c>GetOrderHeaders</c>.</summary>
    public required string Identifier { get; init; }

    public EquatableArray<HeaderPlan> Fields { get; init; }
}

internal sealed record HeaderPlan
{
    public required string Identifier { get; init; }

    public required string WireName { get; init; }

    /// <summary>A scalar; other shapes are planned as <c>string</c>.</summary>
    public required TypeReference Type { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Only of a webhook: a query parameter.</summary>
    public bool IsInQuery { get; init; }

    public required Documentation Documentation { get; init; }
}
