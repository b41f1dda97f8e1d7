using NJsonSchema;

namespace Specwright.Conformance;

internal enum FieldPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>How a value of several parts stands in a request.</summary>
internal enum FieldStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    Space,
    Tab,
    Pipe,
    DeepObject,

    /// <summary>As JSON text.</summary>
    Json,
}

/// <summary>A parameter, or a member of a form.</summary>
internal sealed record IndependentField(string Name, FieldPlace Place, bool IsRequired, FieldStyle Style, bool Explode, JsonSchema Schema);

/// <summary>One media type of a body. <c>Fields</c> are the members of a form, null where the schema alone says what they are.</summary>
internal sealed record IndependentContent(string MediaType, JsonSchema? Schema, IReadOnlyList<IndependentField> Fields, IReadOnlyDictionary<string, string> MemberMediaTypes);

internal sealed record IndependentBody(bool IsRequired, IReadOnlyList<IndependentContent> Contents);

internal sealed record IndependentResponse(string Status, IReadOnlyList<IndependentContent> Contents);

/// <summary>A request that the server sends. The pointer says where its operation stands: <c>#/webhooks/order.paid/post</c>.</summary>
internal sealed record IndependentWebhook(string Pointer, IndependentBody? Body);

/// <summary>What must be in a request for one security scheme.</summary>
/// <remarks>Without a place: nothing that shows in a request. The prefix is the authentication scheme in <c>Authorization</c>, empty for a key.</remarks>
internal sealed record IndependentCredential(string Scheme, FieldPlace? Place, string Field, string Prefix);

/// <summary>An operation as the independent reader sees it.</summary>
internal sealed record IndependentOperation
{
    /// <summary>In capitals.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string? OperationId { get; init; }

    public required IReadOnlyList<IndependentField> Fields { get; init; }

    public required IndependentBody? Body { get; init; }

    public required IReadOnlyList<IndependentResponse> Responses { get; init; }

    /// <summary>Alternatives; in each, everything must be there. Empty: no credentials.</summary>
    public required IReadOnlyList<IReadOnlyList<IndependentCredential>> Security { get; init; }

    /// <summary>Addresses of servers that only this operation has.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Whether the field is that of an API key which every alternative demands: the options of the client carry it.</summary>
    public bool IsCredential(IndependentField field) => Security.Count > 0 && Security.All(alternative => alternative.Any(credential => IsIn(credential, field)));

    /// <summary>Whether some alternative demands an API key in the field: its argument gives way to the key where the client chooses that one.</summary>
    public bool MayHoldCredential(IndependentField field) => Security.Any(alternative => alternative.Any(credential => IsIn(credential, field)));

    /// <summary><c>GET /orders/{id}</c>.</summary>
    public string Name => $"{Method} {Path}";

    private static bool IsIn(IndependentCredential credential, IndependentField field)
        => credential.Place == field.Place && credential.Prefix.Length == 0 && credential.Field.Equals(field.Name, field.Place == FieldPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
