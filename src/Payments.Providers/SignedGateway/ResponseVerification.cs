namespace Payments.SignedGateway;

/// <summary>What happens with the signatures of responses.</summary>
public enum ResponseVerification
{
    /// <summary>They are not looked at.</summary>
    Off,

    /// <summary>They are checked; the result is logged and reported, and the response is used either way.</summary>
    Report,

    /// <summary>A response whose signature is missing or wrong is refused.</summary>
    Enforce,
}
