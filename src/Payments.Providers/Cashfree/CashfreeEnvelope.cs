using System.Globalization;

namespace Payments.Cashfree;

/// <summary>The verdict of an answer, whatever call it answers.</summary>
/// <param name="Status"><c>SUCCESS</c>, <c>ERROR</c>, <c>PENDING</c>; null where it is missing.</param>
/// <param name="SubCode">From <c>subCode</c>, or <c>statusCode</c> in its place (source: the vendor's Java and Python libraries), bare or in quotes; null where both are missing.</param>
/// <param name="Message">Text for people; tells the reasons of sub-code 403 apart.</param>
internal sealed record CashfreeEnvelope(string? Status, string? SubCode, string? Message)
{
    /// <summary>Whether the answer is a success: status SUCCESS, and no sub-code other than 200 to 202 (201 and 202 occur on transfers).</summary>
    public bool IsSuccess => Status == "SUCCESS" && (SubCode is null || SubCode is "200" or "201" or "202");

    /// <summary>
    /// Whether the token is no longer good: sub-code 403 with a message about the token (<c>Token is not valid</c>). All other 403s are final: IP not whitelisted, APIs not enabled, not
    /// available, not allowed (source: balance page, transfer page). The test for the word rather than the sentence is ASSUMED.
    /// </summary>
    public bool SaysTokenIsNotValid => SubCode == "403" && Mentions("token");

    /// <summary>Whether the call came without a token.</summary>
    public bool SaysTokenIsMissing => SubCode == "412" && Mentions("token") && Mentions("missing");

    /// <summary>Reads an answer's verdict; null for anything but a JSON object (an HTML page of a gateway, an empty body).</summary>
    /// <param name="json">The body.</param>
    /// <param name="httpStatus">Stands in for a missing sub-code on failures (ASSUMED).</param>
    public static CashfreeEnvelope? Read(ReadOnlyMemory<byte> json, int httpStatus)
    {
        if (EnvelopeDocument.TryParse(json) is not { } document)
        {
            return null;
        }
        using (document)
        {
            var root = document.RootElement;
            var subCode = root.Text("subCode") ?? root.Text("statusCode")
                ?? (httpStatus is >= 200 and <= 299 ? null : httpStatus.ToString(CultureInfo.InvariantCulture));
            return new CashfreeEnvelope(root.Text("status"), subCode, root.Text("message"));
        }
    }

    private bool Mentions(string word) => Message?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false;
}
