namespace Payments.SignedGateway;

/// <summary>Checks the signature of a response, or of an inbound notice.</summary>
public static class ResponseSignatureCheck
{
    /// <summary>Compares what the field says with what the rule computes.</summary>
    /// <param name="field">The <c>Authorization</c> field as received; null when there was none.</param>
    /// <param name="rule">Which text was signed.</param>
    /// <param name="appId">The merchant's app id.</param>
    /// <param name="appSecret">The merchant's app secret.</param>
    /// <param name="method">Method of the request; <c>POST</c> for a notice.</param>
    /// <param name="url">Address of the request; the merchant's own notify address for a notice (ASSUMED).</param>
    /// <param name="body">The bytes as they came.</param>
    public static ResponseSignatureReport Run(
        string? field,
        IResponseSignatureRule rule,
        string appId,
        string appSecret,
        string method,
        string url,
        ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!SignatureHeader.TryParse(field, out var header))
        {
            return new ResponseSignatureReport(ResponseSignatureVerdict.Missing, rule.Name, null);
        }
        if (!string.Equals(header.AppId, appId, StringComparison.Ordinal))
        {
            return new ResponseSignatureReport(ResponseSignatureVerdict.OtherAppId, rule.Name, null);
        }
        var input = new SignatureInput
        {
            AppId = appId,
            AppSecret = appSecret,
            Method = method,
            Url = url,
            Timestamp = header.Timestamp,
            Nonce = header.Nonce,
            Body = body,
        };
        if (SignatureComparison.AreEqual(rule.Sign(input), header.Sign))
        {
            return new ResponseSignatureReport(ResponseSignatureVerdict.Valid, rule.Name, rule.Name);
        }
        var other = ResponseSignatureRules.All.FirstOrDefault(candidate => candidate != rule && SignatureComparison.AreEqual(candidate.Sign(input), header.Sign));
        return new ResponseSignatureReport(ResponseSignatureVerdict.Mismatch, rule.Name, other?.Name);
    }
}
