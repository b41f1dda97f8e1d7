using System.Net;

namespace Specwright.Conformance;

/// <summary>The wire: checks a request against the exchange that is expected and answers it.</summary>
internal sealed class CheckingHandler(IndependentDocument document) : HttpMessageHandler
{
    public Exchange? Expected { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = Expected ?? throw new InvalidOperationException("No request is expected.");
        exchange.WasSent = true;
        await new RequestCheck(document, exchange, request).RunAsync(cancellationToken).ConfigureAwait(false);
        var answer = exchange.Answer;
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Bytes) };
        if (answer.MediaType is { } mediaType)
        {
            // Some descriptions name no media type but a form of file ('PDF').
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return response;
    }
}
