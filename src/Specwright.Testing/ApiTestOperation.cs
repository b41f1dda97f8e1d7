using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Specwright.Testing;

/// <summary>
/// What one operation is answered, and what it was asked. Answers are given in the order in which they were set, each once; the last one is given again and again.
/// </summary>
public sealed class ApiTestOperation
{
    private readonly ApiTestHandler _handler;
    private readonly TestJson _json;
    private readonly object _lock = new();
    private readonly List<ApiTestAnswer> _answers = [];
    private int _given;

    internal ApiTestOperation(ApiTestHandler handler, string operationId, TestJson json)
    {
        _handler = handler;
        OperationId = operationId;
        _json = json;
    }

    /// <summary>The operation's id in the description.</summary>
    public string OperationId { get; }

    /// <summary>The requests of this operation so far, in order of arrival.</summary>
    public IReadOnlyList<ApiTestRequest> Requests => [.. _handler.Requests.Where(request => request.Operation?.OperationId == OperationId)];

    internal bool HasAnswers
    {
        get
        {
            lock (_lock)
            {
                return _answers.Count > 0;
            }
        }
    }

    /// <summary>Answers with a value as JSON.</summary>
    /// <param name="body">A generated type, a list or map of them, text or a number; null is JSON null.</param>
    /// <param name="status">200 unless given.</param>
    /// <param name="fields">Header fields.</param>
    /// <exception cref="InvalidOperationException">No resolver of the handler knows the type.</exception>
    public ApiTestOperation Answer<T>(T body, int status = 200, params (string Name, string Value)[] fields) =>
        Add(status, _json.Write(body, typeof(T)), "application/json", fields);

    /// <summary>Answers with JSON text exactly as it stands, broken text too.</summary>
    /// <param name="json">The body.</param>
    /// <param name="status">200 unless given.</param>
    /// <param name="fields">Header fields.</param>
    public ApiTestOperation AnswerJson(string json, int status = 200, params (string Name, string Value)[] fields) =>
        Add(status, Encoding.UTF8.GetBytes(json), "application/json", fields);

    /// <summary>Answers with an example of the description.</summary>
    /// <param name="status">Of the response; null: the first success that has an example.</param>
    /// <param name="name">Its name under <c>examples</c>; null: the first.</param>
    /// <exception cref="InvalidOperationException">The handler has no <see cref="ApiTestHandler.Examples"/>. That the description has no such example shows when the operation is called.</exception>
    public ApiTestOperation AnswerExample(int? status = null, string? name = null)
    {
        var examples = _handler.Examples ?? throw new InvalidOperationException("There are no examples: set Examples = ApiTestExamples.Load(…) where the handler is made.");
        return Add((request, _) => Task.FromResult(ResponseOf(
            examples.Find(request.Operation ?? throw new InvalidOperationException("The request was made for no operation."), status, name),
            request: null)));
    }

    /// <summary>Answers with text in UTF-8.</summary>
    /// <param name="text">The body.</param>
    /// <param name="mediaType">Such as <c>text/plain</c> or <c>application/xml</c>.</param>
    /// <param name="status">200 unless given.</param>
    /// <param name="fields">Header fields.</param>
    public ApiTestOperation AnswerText(string text, string mediaType, int status = 200, params (string Name, string Value)[] fields) =>
        Add(status, Encoding.UTF8.GetBytes(text), mediaType, fields);

    /// <summary>Answers with a status and no body.</summary>
    /// <param name="status">The status.</param>
    /// <param name="fields">Header fields.</param>
    public ApiTestOperation AnswerStatus(int status, params (string Name, string Value)[] fields) => Add(status, null, null, fields);

    /// <summary>Answers as the request has it.</summary>
    /// <param name="respond">Makes a new response for each request; what it throws reaches the client as if the connection had thrown it.</param>
    public ApiTestOperation Answer(Func<ApiTestRequest, HttpResponseMessage> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        return Add((request, _) => Task.FromResult(respond(request)));
    }

    /// <summary>Fails instead of answering.</summary>
    /// <param name="failure">Such as an <see cref="HttpRequestException"/> for a broken connection.</param>
    public ApiTestOperation Fail(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Add((_, _) => Task.FromException<HttpResponseMessage>(failure));
    }

    /// <summary>Leaves the caller waiting until it gives up: for time limits and cancellation.</summary>
    public ApiTestOperation NeverAnswer() => Add(static async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    });

    internal static HttpResponseMessage ResponseOf(ApiTestExample example, HttpRequestMessage? request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)example.Status) { Content = new ByteArrayContent(example.Body), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", example.MediaType);
        return response;
    }

    /// <summary>Null where none was set.</summary>
    internal ApiTestAnswer? Next()
    {
        lock (_lock)
        {
            return _answers.Count == 0 ? null : _answers[Math.Min(_given++, _answers.Count - 1)];
        }
    }

    private ApiTestOperation Add(int status, byte[]? body, string? mediaType, (string Name, string Value)[] fields) => Add((_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body ?? []) };
        if (mediaType is not null)
        {
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");
        }

        foreach (var (name, value) in fields)
        {
            // Some fields belong to the body, and either collection refuses those of the other.
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Task.FromResult(response);
    });

    private ApiTestOperation Add(ApiTestAnswer answer)
    {
        lock (_lock)
        {
            _answers.Add(answer);
        }

        return this;
    }
}
