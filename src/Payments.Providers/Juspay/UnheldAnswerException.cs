using System.Net;

namespace Payments.Juspay;

/// <summary>Carries an answer that is no success to all callers who share the call. Never leaves <see cref="BalanceHoldHandler"/>.</summary>
internal sealed class UnheldAnswerException(HttpStatusCode status, string? reasonPhrase, byte[] body, string? contentType, IReadOnlyList<KeyValuePair<string, string>> fields)
    : Exception("The balance call was answered with a failure.")
{
    /// <summary>The same answer again, for one of the callers.</summary>
    public HttpResponseMessage CreateResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(status) { ReasonPhrase = reasonPhrase, RequestMessage = request, Content = new ByteArrayContent(body) };
        foreach (var (name, value) in fields)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }
        if (contentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        return response;
    }
}
