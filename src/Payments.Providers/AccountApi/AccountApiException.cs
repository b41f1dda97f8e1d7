using System.Globalization;
using Specwright;

namespace Payments.AccountApi;

/// <summary>
/// The account API refused a call although HTTP said 2xx, or refused a session just opened, or has moved. <see cref="ApiException.ErrorCode"/> is the response code. Other refusals
/// are <see cref="ApiException{TError}"/> of <see cref="ErrorBody"/>, with the same properties set.
/// </summary>
public sealed class AccountApiException : ApiException
{
    internal AccountApiException(HttpRequestMessage request, HttpResponseMessage response, string problem, AccountApiEnvelope? envelope, ISet<string> sensitiveNames)
        : base(FailureText.Of(request, problem, Code(envelope), Texts(envelope), sensitiveNames))
    {
        Operation = ApiOperation.From(request);
        StatusCode = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        ErrorCode = Code(envelope);
        RequestId = envelope?.RequestId;
        Errors = [.. (envelope?.Errors ?? []).Select(error => AccountApiErrorText.Parse(Redaction.Redact(error.Raw, sensitiveNames)))];
    }

    /// <summary>The server's reasons, in its order; may be empty.</summary>
    public IReadOnlyList<AccountApiErrorText> Errors { get; }

    private static string? Code(AccountApiEnvelope? envelope) => envelope?.ResponseCode?.ToString(CultureInfo.InvariantCulture);

    private static string? Texts(AccountApiEnvelope? envelope) => envelope is { Errors.Count: > 0 } ? string.Join("; ", envelope.Errors) : null;
}
