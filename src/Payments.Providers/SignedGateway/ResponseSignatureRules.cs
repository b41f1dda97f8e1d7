namespace Payments.SignedGateway;

/// <summary>Candidates for the text of response signatures, likeliest first (ASSUMED, both of them).</summary>
public static class ResponseSignatureRules
{
    /// <summary>The seven parts of a request, with the response's timestamp, nonce and body. Also the candidate for notices: <c>POST</c> and the merchant's own notify address.</summary>
    public static IResponseSignatureRule SevenParts { get; } = new SevenPartRule();

    /// <summary>App id, app secret, timestamp, nonce and body, as neighbouring schemes of the same look do it.</summary>
    public static IResponseSignatureRule WithoutMethodAndUrl { get; } = new FivePartRule();

    /// <summary>All candidates, likeliest first.</summary>
    public static IReadOnlyList<IResponseSignatureRule> All { get; } = [SevenParts, WithoutMethodAndUrl];

    private sealed class SevenPartRule : IResponseSignatureRule
    {
        public string Name => "seven parts";

        public string Sign(SignatureInput input) => V2Sha256Signer.Instance.Sign(input);
    }

    private sealed class FivePartRule : IResponseSignatureRule
    {
        public string Name => "without method and URL";

        public string Sign(SignatureInput input)
            => V2Sha256Signer.Digest(input.Body.Span, input.AppId, input.AppSecret, input.Timestamp, input.Nonce);
    }
}
