namespace Payments.HyperSdk;

/// <summary>A signed text, made on the merchant's server. Neither part is shown by <see cref="ToString"/>.</summary>
/// <param name="Payload">The signed text, to be sent byte for byte as signed.</param>
/// <param name="Signature">RSA-SHA256 over the UTF-8 bytes of the text, PKCS#1 v1.5 padding (ASSUMED), in base64.</param>
public sealed record HyperSignature(string Payload, string Signature)
{
    /// <summary>No content.</summary>
    public override string ToString() => nameof(HyperSignature);
}
