using System.Net;
using Specwright.Sessions;

namespace Payments.AccountApi;

/// <summary>
/// Turns answers whose body says failure with HTTP 2xx into exceptions, and a 301 into the error of settings that it is: the address has moved, and following it would carry the token
/// elsewhere (ASSUMED). Other statuses go on to the generated half, which knows their declared bodies.
/// </summary>
internal sealed class AccountApiEnvelopeHandler(AccountApiOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.MovedPermanently)
        {
            throw Moved(request, response, null);
        }
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (!isWhole || AccountApiEnvelope.Read(bytes) is not { IsSuccess: false } envelope)
        {
            return response;
        }
        if (envelope.ResponseCode == 301)
        {
            throw Moved(request, response, envelope);
        }
        response.Dispose();
        throw new AccountApiException(request, response, "the account API refused the call", envelope, options.SensitiveNames);
    }

    private AccountApiException Moved(HttpRequestMessage request, HttpResponseMessage response, AccountApiEnvelope? envelope)
    {
        response.Dispose();
        return new AccountApiException(
            request,
            response,
            $"the account API has moved: set {nameof(AccountApiOptions)}.BaseAddress to its new address",
            envelope,
            options.SensitiveNames);
    }
}
