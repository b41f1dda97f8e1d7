namespace Payments.Sandbox;

/// <summary>Settings of <see cref="HyperSdkDevice"/>. Times run on the device's clock; zero answers at once, on another thread.</summary>
public sealed class HyperSdkDeviceOptions
{
    /// <summary>Accepted <c>clientId</c> of the initiate payload.</summary>
    public string ClientId { get; set; } = SandboxCredentials.HyperClientId;

    /// <summary>Accepted <c>merchantKeyId</c> of the initiate payload.</summary>
    public string MerchantKeyId { get; set; } = SandboxCredentials.HyperMerchantKeyId;

    /// <summary>
    /// Public RSA key (PEM) registered under <see cref="MerchantKeyId"/>. When set, the signature of every signed payload is checked:
    /// base64 of RSA-SHA256 over the <c>signaturePayload</c> text, PKCS#1 padding. Null accepts any signature that is not empty.
    /// </summary>
    public string? MerchantPublicKeyPem { get; set; }

    /// <summary>Account that balance checks and payments may name.</summary>
    public string AccountReferenceId { get; set; } = SandboxCredentials.HyperAccountReferenceId;

    /// <summary>Time from initiate to its answer.</summary>
    public TimeSpan InitiateDelay { get; set; }

    /// <summary>Time to the answer of a call that shows no page.</summary>
    public TimeSpan AnswerDelay { get; set; }

    /// <summary>How long the user looks at a page before the PIN is entered.</summary>
    public TimeSpan UserDelay { get; set; }

    /// <summary>Whether <c>show_loader</c> and <c>hide_loader</c> events surround a page.</summary>
    public bool SendsLoaderEvents { get; set; } = true;
}
