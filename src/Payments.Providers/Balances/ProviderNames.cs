namespace Payments.Balances;

/// <summary>Names of the providers in the common view.</summary>
public static class ProviderNames
{
    /// <summary>Cashfree Payouts v1.</summary>
    public const string Cashfree = "Cashfree";

    /// <summary>Juspay Payouts.</summary>
    public const string Juspay = "Juspay";

    /// <summary>The signed gateway.</summary>
    public const string SignedGateway = "Signed gateway";

    /// <summary>The account API.</summary>
    public const string AccountApi = "Account API";

    /// <summary>Juspay Hyper SDK.</summary>
    public const string HyperSdk = "Hyper SDK";
}
