using System.Net;
using System.Text;

namespace Specwright.Harness;

/// <summary>Stands where the network is: keeps what was sent and gives prepared answers.</summary>
public sealed class FakeWire(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public FakeWire(HttpStatusCode status, string? json = null)
        : this(_ => Answer(status, json))
    {
    }

    /// <summary>Method and target of each request, as <c>GET /v1/orders?x=1</c>.</summary>
    public List<string> Targets { get; } = [];

    /// <summary>The header fields of each request, its body's included; a field's values are joined by a bar.</summary>
    public List<Dictionary<string, string>> Fields { get; } = [];

    public List<string?> Bodies { get; } = [];

    public static HttpResponseMessage Answer(HttpStatusCode status, string? body = null, string mediaType = "application/json")
    {
        var response = new HttpResponseMessage(status);
        if (body is not null)
        {
            response.Content = new StringContent(body, Encoding.UTF8, mediaType);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Targets.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            fields[field.Key] = string.Join("|", field.Value);
        }

        Fields.Add(fields);
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        return answer(request);
    }
}
