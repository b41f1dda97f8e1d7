using Specwright.Sessions;

namespace Payments.Cashfree;

/// <summary>
/// Turns answers that say ERROR with HTTP 200 into exceptions (source: the vendor's libraries, which read business errors from the sub-code alone). Answers with another HTTP
/// status go on to the generated half, which knows their declared bodies.
/// </summary>
internal sealed class CashfreeEnvelopeHandler(CashfreePayoutsOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (isWhole && CashfreeEnvelope.Read(bytes, (int)response.StatusCode) is { IsSuccess: false } envelope)
        {
            response.Dispose();
            throw new CashfreeException(request, response, envelope, options.SensitiveNames);
        }
        return response;
    }
}
