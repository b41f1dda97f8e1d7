using Specwright;

namespace Payments.Cashfree;

/// <summary>
/// Cashfree refused a call although HTTP said 200. <see cref="ApiException.ErrorCode"/> is the sub-code, <see cref="ApiException.RequestId"/> the id for the provider's support.
/// Refusals with another HTTP status are <see cref="ApiException{TError}"/> of <see cref="ErrorEnvelope"/>, with the same properties set.
/// </summary>
public sealed class CashfreeException : ApiException
{
    internal CashfreeException(HttpRequestMessage request, HttpResponseMessage response, CashfreeEnvelope envelope, ISet<string> sensitiveNames)
        : base(FailureText.Of(request, "Cashfree refused the call", envelope.SubCode, envelope.Message ?? envelope.Status ?? "the answer states no success", sensitiveNames))
    {
        Operation = ApiOperation.From(request);
        StatusCode = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        ErrorCode = envelope.SubCode;
        Status = envelope.Status;
        ProviderMessage = envelope.Message is { } message ? Redaction.Redact(message, sensitiveNames) : null;
        RequestId = response.Headers.NonValidated.TryGetValues("X-Request-Id", out var values) ? values.ToString() : null;
    }

    /// <summary>Status of the envelope, such as <c>ERROR</c>; null where it is missing.</summary>
    public string? Status { get; }

    /// <summary>The provider's words. Branch on the sub-code rather than on them (source: error handling page).</summary>
    public string? ProviderMessage { get; }
}
