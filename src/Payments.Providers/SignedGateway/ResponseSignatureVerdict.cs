namespace Payments.SignedGateway;

/// <summary>What the check of a response's signature found.</summary>
public enum ResponseSignatureVerdict
{
    /// <summary>The signature is right.</summary>
    Valid,

    /// <summary>There is no signature, or none that can be read.</summary>
    Missing,

    /// <summary>The signature is for another app id.</summary>
    OtherAppId,

    /// <summary>The signature does not match by the configured rule.</summary>
    Mismatch,
}
