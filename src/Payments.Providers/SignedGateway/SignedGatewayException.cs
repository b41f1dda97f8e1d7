using Specwright;

namespace Payments.SignedGateway;

/// <summary>The gateway refused a call with HTTP 200 and a <c>code</c> other than <c>OK</c>, or its answer cannot be trusted (<see cref="ApiException.ErrorCode"/> is null then).</summary>
public sealed class SignedGatewayException : ApiException
{
    internal SignedGatewayException(HttpRequestMessage request, HttpResponseMessage response, string problem)
        : base(FailureText.Of(request, problem))
    {
        Operation = ApiOperation.From(request);
        StatusCode = (int)response.StatusCode;
    }

    internal SignedGatewayException(HttpRequestMessage request, HttpResponseMessage response, string code, string? errorMessage, ISet<string> sensitiveNames)
        : base(FailureText.Of(request, "the gateway refused the call", code, errorMessage, sensitiveNames))
    {
        Operation = ApiOperation.From(request);
        StatusCode = (int)response.StatusCode;
        ErrorCode = code;
        ErrorMessage = errorMessage is null ? null : Redaction.Redact(errorMessage, sensitiveNames);
    }

    /// <summary>The gateway's words.</summary>
    public string? ErrorMessage { get; }

    /// <summary>
    /// What stands before the first dot of the code, as in <c>Payout.Common.Rejected</c>; the whole code where there is none. The table of codes could not be found, so codes are
    /// open text, grouped as the codes of orders are (ASSUMED).
    /// </summary>
    public string? CodeGroup => ErrorCode?.Split('.', 2)[0];
}
