namespace Specwright.Conformance;

/// <summary>A failure of one operation.</summary>
/// <remarks>The operation is <c>GET /orders/{id}</c>, or <c>*</c> where the document cannot be read at all.</remarks>
internal sealed record OperationFailure(string Document, string Operation, FailureKind Kind, string Message);

/// <summary>What became of one document.</summary>
internal sealed record ConformanceResult
{
    public required string Slug { get; init; }

    /// <summary>Who read the document independently.</summary>
    public string Reader { get; init; } = "";

    public int Operations { get; init; }

    /// <summary>Operations that the client has and that were called.</summary>
    public int Called { get; init; }

    /// <summary>Operations all of whose requests were valid.</summary>
    public int ValidRequests { get; init; }

    /// <summary>Operations all of whose answers could be read.</summary>
    public int ReadableAnswers { get; init; }

    /// <summary>Operations all of whose answers, written back, were equal.</summary>
    public int EqualRoundTrips { get; init; }

    /// <summary>Declared errors with JSON bodies that were answered: one for each such response of each operation.</summary>
    public int Errors { get; init; }

    /// <summary>Of these the ones that came as typed exceptions and, written back, were equal.</summary>
    public int EqualErrors { get; init; }

    /// <summary>Methods whose answer is a sequence, those included that stand beside a method for JSON.</summary>
    public int Sequences { get; init; }

    /// <summary>Of these the ones all of whose items, written back, were equal.</summary>
    public int EqualSequences { get; init; }

    /// <summary>Webhooks and callbacks with JSON bodies.</summary>
    public int Webhooks { get; init; }

    /// <summary>Of these the ones that were read from bytes and from a stream and, written back, were equal.</summary>
    public int EqualWebhooks { get; init; }

    /// <summary>XML bodies, of requests and answers, that were compared element by element.</summary>
    public int XmlTrees { get; init; }

    /// <summary>All calls.</summary>
    public int Calls { get; init; }

    /// <summary>Patterns of the document that are listed as wrong.</summary>
    public IReadOnlySet<string> LeftOutPatterns { get; init; } = new HashSet<string>();

    /// <summary>The first of each kind for each operation.</summary>
    public IReadOnlyList<OperationFailure> Failures { get; init; } = [];
}
