using System.Text.Json.Serialization.Metadata;

namespace Specwright.Testing;

/// <summary>
/// Stands at the wire of a generated client and answers by operation. Give it to the client's <c>Create</c>, or to <c>ConfigurePrimaryHttpMessageHandler</c> behind
/// <c>Add…</c>. Safe to use from several threads; it holds nothing that must be disposed.
/// </summary>
public sealed class ApiTestHandler : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly Dictionary<string, ApiTestOperation> _operations = new(StringComparer.Ordinal);
    private readonly List<ApiTestRequest> _requests = [];
    private readonly TestJson _json;

    /// <param name="resolvers">Know the types that are answered and read: the client's own, such as <c>AcmeJson.Default</c>. Text, numbers, lists and maps need none.</param>
    public ApiTestHandler(params IJsonTypeInfoResolver[] resolvers)
    {
        ArgumentNullException.ThrowIfNull(resolvers);
        _json = new TestJson(resolvers);
    }

    /// <summary>
    /// Examples of the description: then an operation without an answer of its own is answered with the first example of a success, and
    /// <see cref="ApiTestOperation.AnswerExample"/> chooses others. Null: there are none.
    /// </summary>
    public ApiTestExamples? Examples { get; init; }

    /// <summary>All requests so far, in order of arrival, those without an answer too.</summary>
    public IReadOnlyList<ApiTestRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The answers and requests of one operation; the same object each time.</summary>
    /// <param name="operationId">As the description has it; exceptions of the client name it, too.</param>
    public ApiTestOperation On(string operationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        lock (_lock)
        {
            if (!_operations.TryGetValue(operationId, out var operation))
            {
                operation = new ApiTestOperation(this, operationId, _json);
                _operations.Add(operationId, operation);
            }

            return operation;
        }
    }

    /// <exception cref="InvalidOperationException">No answer is set for the operation, and there is no example of one; the message names it.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var received = new ApiTestRequest(request, body, _json);
        ApiTestAnswer? answer;
        lock (_lock)
        {
            _requests.Add(received);
            answer = received.Operation is { } asked && _operations.TryGetValue(asked.OperationId, out var operation) ? operation.Next() : null;
        }

        if (answer is null && Examples is { } examples && received.Operation is { } described)
        {
            return ApiTestOperation.ResponseOf(examples.Find(described, status: null, name: null), request);
        }

        if (answer is null)
        {
            throw new InvalidOperationException(DescribeUnanswered(received));
        }

        var response = await answer(received, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= request;
        return response;
    }

    private string DescribeUnanswered(ApiTestRequest request)
    {
        string answered;
        lock (_lock)
        {
            answered = string.Join(", ", _operations.Where(pair => pair.Value.HasAnswers).Select(pair => pair.Key).Order(StringComparer.Ordinal));
        }

        var asked = request.Operation is { } operation
            ? $"the operation '{operation.OperationId}' ({operation.Method} {operation.PathTemplate} of {operation.Client})"
            : $"{request.Method} {request.Address.AbsolutePath}, a request that no generated client made";
        return $"No answer is set for {asked}. Set one with On(…). Answers are set for: {(answered.Length > 0 ? answered : "none")}.";
    }
}
