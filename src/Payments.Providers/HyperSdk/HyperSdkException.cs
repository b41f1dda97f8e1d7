using Specwright;

namespace Payments.HyperSdk;

/// <summary>
/// An action failed although the SDK reported no error of its own: the bank layer refused it (<see cref="ApiException.ErrorCode"/> is then NPCI's code), or the bridge could not
/// carry it. Errors of the SDK layer are <see cref="ApiException{TError}"/> of <see cref="ErrorEvent"/>, with codes such as <c>JP_002</c>.
/// </summary>
public sealed class HyperSdkException : ApiException
{
    internal HyperSdkException(HttpRequestMessage request, string problem, Exception? innerException = null)
        : base(FailureText.Of(request, problem), innerException)
        => Operation = ApiOperation.From(request);

    internal HyperSdkException(HttpRequestMessage request, HyperEnvelope answer, ISet<string> sensitiveNames)
        : base(FailureText.Of(request, $"the bank answered {FailureText.Shown(answer.Status ?? "no status")}", answer.GatewayResponseCode, answer.GatewayResponseMessage, sensitiveNames))
    {
        Operation = ApiOperation.From(request);
        Status = answer.Status;
        ErrorCode = answer.GatewayResponseCode;
        GatewayResponseMessage = answer.GatewayResponseMessage is { } message ? Redaction.Redact(message, sensitiveNames) : null;
        RequestId = answer.RequestId;
    }

    /// <summary>Verdict of the bank layer, such as <c>FAILURE</c>; null where none came.</summary>
    public string? Status { get; }

    /// <summary>NPCI's words; null where none came.</summary>
    public string? GatewayResponseMessage { get; }
}
