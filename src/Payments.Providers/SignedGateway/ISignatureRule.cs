namespace Payments.SignedGateway;

/// <summary>Which text is signed, and how. Replaceable, because the page that describes it could be read in part only (ASSUMED marks in docs/providers).</summary>
public interface ISignatureRule
{
    /// <summary>First word of the header, such as <c>V2_SHA256</c>.</summary>
    string Type { get; }

    /// <summary>The signature of a request.</summary>
    string Sign(SignatureInput input);
}
