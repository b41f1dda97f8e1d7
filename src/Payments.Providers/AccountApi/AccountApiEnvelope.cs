using System.Text.Json;

namespace Payments.AccountApi;

/// <summary>The verdict of an answer, whatever call it answers. <c>ResponseMessage</c> is left out on purpose: a printed error says "Successful".</summary>
/// <param name="ResponseCode">Result code; null where it is missing, which some printed successes do.</param>
/// <param name="Errors">Texts of <c>ResponseErrors</c> or <c>ResponseError</c>, array or single string (the single string ASSUMED).</param>
/// <param name="RequestId">The server's id of the exchange.</param>
internal sealed record AccountApiEnvelope(int? ResponseCode, IReadOnlyList<AccountApiErrorText> Errors, string? RequestId)
{
    /// <summary>Whether the body, on an HTTP 2xx, is a success: code missing or 200 to 299 (ASSUMED for codes from 300 on HTTP 200).</summary>
    public bool IsSuccess => ResponseCode is null or (>= 200 and <= 299);

    /// <summary>Reads an answer's verdict; null for anything but a JSON object.</summary>
    public static AccountApiEnvelope? Read(ReadOnlyMemory<byte> json)
    {
        if (EnvelopeDocument.TryParse(json) is not { } document)
        {
            return null;
        }
        using (document)
        {
            var root = document.RootElement;
            return new AccountApiEnvelope(root.Integer("ResponseCode"), ReadErrors(root), root.Text("RequestID"));
        }
    }

    private static IReadOnlyList<AccountApiErrorText> ReadErrors(JsonElement root)
        => [
            .. AccountApiErrorText.ParseAll(root.Member("ResponseErrors")),
            .. AccountApiErrorText.ParseAll(root.Member("ResponseError")),
        ];
}
