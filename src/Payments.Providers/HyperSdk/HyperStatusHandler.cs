using System.Net;
using Specwright.Sessions;

namespace Payments.HyperSdk;

/// <summary>
/// Judges the bank layer: an event without SDK error is still a failure unless <c>payload.status</c> says otherwise (source: check balance page).
/// </summary>
internal sealed class HyperStatusHandler(HyperSdkOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return response;
        }
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (isWhole && HyperEnvelope.Read(bytes) is { } envelope && IsFailure(envelope))
        {
            response.Dispose();
            throw new HyperSdkException(request, envelope, options.SensitiveNames);
        }
        return response;
    }

    // PENDING is neither success nor failure: the caller sees it and asks for the status. The session token answer's status tells how far the user's
    // onboarding is, so there only FAILURE is one. Small letters occur: compared without case (ASSUMED).
    private static bool IsFailure(HyperEnvelope envelope)
        => envelope.Action is "upiGetSessionToken" or "getSessionToken" || (envelope.Action is null && IsOnboardingState(envelope.Status))
            ? Is(envelope.Status, "FAILURE")
            : !Is(envelope.Status, "SUCCESS") && !Is(envelope.Status, "PENDING");

    // The session token answer may come without its action's name (ASSUMED); one page prints it without upi.
    private static bool IsOnboardingState(string? status) => Is(status, "NOPERMISSION") || Is(status, "FRESH") || Is(status, "BOUND") || Is(status, "LINKED");

    private static bool Is(string? status, string value) => string.Equals(status, value, StringComparison.OrdinalIgnoreCase);
}
