namespace Specwright;

/// <summary>One operation of a description. It travels with the request, so that handlers know what they carry.</summary>
/// <param name="client">The client's name.</param>
/// <param name="operationId">The operation's id in the description; stands in error messages.</param>
/// <param name="method">The method.</param>
/// <param name="pathTemplate">The path as described, with its placeholders: <c>/orders/{orderId}</c>. Low cardinality, so it names metrics.</param>
public sealed class ApiOperation(string client, string operationId, HttpMethod method, string pathTemplate)
{
    private static readonly HttpRequestOptionsKey<ApiOperation> Key = new("Specwright.ApiOperation");

    /// <summary>The client's name.</summary>
    public string Client { get; } = client;

    /// <summary>The operation's id in the description.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>The method.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>The path as described, with its placeholders.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>Alternatives, any one of which is enough. Empty: the operation asks for no credential.</summary>
    public IReadOnlyList<ApiSecurityRequirement> Security { get; init; } = [];

    /// <summary>The option that holds the address of the operation's own server; null: <see cref="ApiClientOptions.BaseAddress"/>.</summary>
    public string? ServerSetting { get; init; }

    /// <summary>Each call carries a key by which the server knows a repeated request again, and every attempt of one call carries the same.</summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>
    /// Whether a request may be sent again when nobody knows what became of the first: its method is idempotent (RFC 9110, 9.2.2; <c>QUERY</c> is by its draft), or it carries an idempotency key.
    /// For handlers that retry.
    /// </summary>
    public bool IsRepeatable => HasIdempotencyKey || Method.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";

    /// <summary>Where the last request went, if its path has no parameters. Clients of several servers take turns.</summary>
    internal FixedAddress? FixedAddress { get; set; }

    internal string ActivityName { get; } = $"{method.Method} {pathTemplate}";

    /// <summary>The operation that a request was made for; null for requests that no generated client made.</summary>
    public static ApiOperation? From(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(Key, out var operation) ? operation : null;
    }

    /// <summary>Marks a request as made for this operation, as <see cref="ApiTransport.CreateRequest"/> does; for handlers that make requests of their own.</summary>
    public void AttachTo(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(Key, this);
    }

    /// <summary>The operation's id.</summary>
    public override string ToString() => OperationId;
}
