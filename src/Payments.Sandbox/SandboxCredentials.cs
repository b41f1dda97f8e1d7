namespace Payments.Sandbox;

/// <summary>Credentials the sandbox accepts unless <see cref="SandboxOptions"/> says otherwise. Public on purpose: they open nothing but a sandbox.</summary>
public static class SandboxCredentials
{
    /// <summary>Cashfree, header <c>X-Client-Id</c>.</summary>
    public const string CashfreeClientId = "sandbox-cashfree-client";

    /// <summary>Cashfree, header <c>X-Client-Secret</c>.</summary>
    public const string CashfreeClientSecret = "sandbox-cashfree-secret";

    /// <summary>Juspay, user name of Basic authentication; the password is empty.</summary>
    public const string JuspayApiKey = "SANDBOXJUSPAYAPIKEY";

    /// <summary>Signed gateway, <c>appId</c>.</summary>
    public const string GatewayAppId = "5a4db0c5a4db0c5a4db0c5a4db0c0001";

    /// <summary>Signed gateway, the secret part of the text to sign.</summary>
    public const string GatewayAppSecret = "sandbox-gateway-secret";

    /// <summary>Account API, claim <c>ClientID</c> of the login JWT.</summary>
    public const string AccountClientId = "sandbox-account-client";

    /// <summary>Account API, key of the login JWT's HS256 signature.</summary>
    public const string AccountClientSecret = "sandbox-account-secret-of-32-bytes!";

    /// <summary>Hyper SDK, <c>clientId</c> of the initiate payload.</summary>
    public const string HyperClientId = "sandbox-hyper-client";

    /// <summary>Hyper SDK, <c>merchantKeyId</c> of the initiate payload.</summary>
    public const string HyperMerchantKeyId = "sandbox-hyper-key";

    /// <summary>Hyper SDK, <c>accountReferenceId</c> of the linked account.</summary>
    public const string HyperAccountReferenceId = "sandbox-hyper-account";
}
