using Specwright;

namespace Payments.Juspay;

/// <summary>
/// Juspay reported an error in the body of an HTTP 200 (ASSUMED to occur). <see cref="ApiException.ErrorCode"/> is its code, such as <c>E06</c>. Errors with another HTTP status are
/// <see cref="ApiException{TError}"/> of <see cref="ErrorBody"/>, with the same property set.
/// </summary>
public sealed class JuspayException : ApiException
{
    internal JuspayException(HttpRequestMessage request, HttpResponseMessage response, string? code, string? message, string? userMessage, ISet<string> sensitiveNames)
        : base(FailureText.Of(request, "Juspay refused the call", code, message ?? userMessage, sensitiveNames))
    {
        Operation = ApiOperation.From(request);
        StatusCode = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        ErrorCode = code;
        UserMessage = userMessage is null ? null : Redaction.Redact(userMessage, sensitiveNames);
    }

    /// <summary>Juspay's words for users.</summary>
    public string? UserMessage { get; }
}
