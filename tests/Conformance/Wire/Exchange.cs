using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>What kind of thing went wrong with a request.</summary>
internal enum FailureKind
{
    /// <summary>The client has no method for the operation.</summary>
    NotGenerated,

    /// <summary>No valid value could be made from a schema.</summary>
    NoSample,

    /// <summary>No C# argument could be made: a parameter without a place, or a valid value that the type refuses.</summary>
    Argument,

    /// <summary>The call threw before anything was sent, or the request names another operation.</summary>
    Call,
    Path,
    Query,
    Header,
    Cookie,
    ContentType,
    Body,
    Security,
    Accept,

    /// <summary>A valid answer was refused.</summary>
    Answer,

    /// <summary>The typed answer, written back, is another one.</summary>
    RoundTrip,

    /// <summary>A declared error did not come as declared, or is another one when written back.</summary>
    Error,

    /// <summary>A valid webhook was refused, or is another one when written back.</summary>
    Webhook,
}

internal sealed record Failure(FailureKind Kind, string Message);

/// <summary>One call: what must arrive, and what is answered.</summary>
internal sealed class Exchange
{
    public required IndependentOperation Operation { get; init; }

    /// <summary>The values that were passed, by field; those that were left out are missing.</summary>
    public required IReadOnlyDictionary<IndependentField, JToken> Values { get; init; }

    /// <summary>The body that was passed; null: none.</summary>
    public JToken? Body { get; init; }

    public required SentAnswer Answer { get; init; }

    /// <summary>What the checks found; empty for a valid request.</summary>
    public List<Failure> Failures { get; } = [];

    public bool WasSent { get; set; }

    /// <summary>Whether the body was XML that its schema describes, and so was compared element by element.</summary>
    public bool IsXmlCompared { get; set; }
}

/// <summary>The answer to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">Null: no body.</param>
/// <param name="Json">What a typed body must be equal to; null for text and bytes.</param>
/// <param name="Bytes">As sent.</param>
internal sealed record SentAnswer(int Status, string? MediaType, JToken? Json, byte[] Bytes);
