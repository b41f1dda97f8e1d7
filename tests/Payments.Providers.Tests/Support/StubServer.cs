using System.Net;
using System.Text;

namespace Payments.Tests;

/// <summary>Answers in place of the network, and keeps what was sent.</summary>
internal sealed class StubServer(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
        => new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.NonValidated.Concat(request.Content is null ? [] : request.Content.Headers.NonValidated)
                .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body);
        lock (_requests)
        {
            _requests.Add(sent);
        }
        // As a network does: the answer does not come within the call.
        await Task.Yield();
        var response = answer(sent);
        response.RequestMessage ??= request;
        return response;
    }
}

internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Fields, byte[] Body)
{
    public string? this[string field] => Fields.TryGetValue(field, out var value) ? value : null;

    public string BodyText => Encoding.UTF8.GetString(Body);
}
