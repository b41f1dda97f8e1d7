using System.Net;
using System.Text;

namespace Specwright.Golden;

/// <summary>Stands where the network is: a golden case prepares answers on it and reads from it exactly what was sent.</summary>
public sealed class GoldenWire : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = [];
    private readonly List<SentRequest> _sent = [];

    /// <summary>Each request as HTTP would show it; see <see cref="Request"/>.</summary>
    public IReadOnlyList<string> Requests => _sent.ConvertAll(request => request.Text);

    /// <summary>
    /// The last request: method and address, a line for each header field, and after an empty line the body. Line breaks are <c>\n</c>,
    /// the boundary of parts, random on the wire, is called <c>boundary</c>, and <c>Content-Length</c> is left out.
    /// </summary>
    public string Request => Last.Text;

    /// <summary>Method, path and query of the last request: <c>GET /orders?limit=5</c>.</summary>
    public string Target => Last.Target;

    /// <summary>The body of the last request as text, unchanged; null without one.</summary>
    public string? Body => Last.Body is { } body ? Encoding.UTF8.GetString(body) : null;

    /// <summary>The body of the last request; null without one.</summary>
    public byte[]? BodyBytes => Last.Body;

    /// <summary>Answers that no request has fetched yet.</summary>
    internal int Unfetched => _answers.Count;

    private SentRequest Last => _sent.Count > 0 ? _sent[^1] : throw new InvalidOperationException("Nothing was sent.");

    /// <summary>The values of a header field of the last request, joined by a bar; null where it was not sent.</summary>
    public string? Field(string name) => Last.Fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>Prepares the answer to the next request that has none yet. A request without a prepared answer gets 204 No Content.</summary>
    public void Answer(HttpStatusCode status, string? body = null, string mediaType = "application/json", params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var response = new HttpResponseMessage(status) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in fields)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        Answer(response);
    }

    /// <inheritdoc cref="Answer(HttpStatusCode, string, string, ValueTuple{string, string}[])"/>
    public void Answer(HttpResponseMessage response) => Answer(_ => response);

    /// <inheritdoc cref="Answer(HttpStatusCode, string, string, ValueTuple{string, string}[])"/>
    public void Answer(Func<HttpRequestMessage, HttpResponseMessage> answer) => _answers.Enqueue(answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _sent.Add(await SentRequest.OfAsync(request, cancellationToken));
        return _answers.TryDequeue(out var answer) ? answer(request) : new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    /// <summary>What one request was: copied, since its body is gone once it is answered.</summary>
    private sealed record SentRequest(string Target, Dictionary<string, string> Fields, byte[]? Body, string Text)
    {
        public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var text = new StringBuilder($"{request.Method} {request.RequestUri!.AbsoluteUri}\n");
            foreach (var field in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
            {
                fields[field.Key] = string.Join("|", field.Value);
                foreach (var value in field.Value.Where(_ => field.Key != "Content-Length"))
                {
                    text.Append(field.Key).Append(": ").Append(value).Append('\n');
                }
            }

            if (body is { Length: > 0 })
            {
                text.Append('\n').Append(Encoding.UTF8.GetString(body));
            }

            var boundary = request.Content?.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"');
            var readable = boundary is { Length: > 0 } ? text.ToString().Replace(boundary, "boundary", StringComparison.Ordinal) : text.ToString();
            return new($"{request.Method} {request.RequestUri.PathAndQuery}", fields, body, readable.ReplaceLineEndings("\n").TrimEnd('\n'));
        }
    }
}
