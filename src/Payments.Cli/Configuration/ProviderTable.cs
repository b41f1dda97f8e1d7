using Payments.Balances;

namespace Payments.Cli;

/// <summary>The five providers and every setting of <c>--live</c>. Help, README test and reading all take the names from here.</summary>
internal static class ProviderTable
{
    public static readonly Setting CashfreeClientId = new("CASHFREE_CLIENT_ID", "client id of the payout account") { IsRequired = true, IsCredential = true };

    public static readonly Setting CashfreeClientSecret =
        new("CASHFREE_CLIENT_SECRET", "client secret of the payout account") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting CashfreePublicKeyFile =
        new("CASHFREE_PUBLIC_KEY_FILE", "path of the public key (PEM) for calls from an address that is not on the allow-list");

    public static readonly Setting CashfreeBaseAddress =
        new("CASHFREE_BASE_ADDRESS", "https address; the production server unless set");

    public static readonly Setting JuspayApiKey = new("JUSPAY_API_KEY", "API key of the merchant") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting JuspayBaseAddress = new("JUSPAY_BASE_ADDRESS", "https address; the production server unless set");

    public static readonly Setting GatewayBaseAddress = new("GATEWAY_BASE_ADDRESS", "https address that the gateway gave the merchant") { IsRequired = true };

    public static readonly Setting GatewayAppId = new("GATEWAY_APP_ID", "app id of the merchant") { IsRequired = true, IsCredential = true };

    public static readonly Setting GatewayAppSecret = new("GATEWAY_APP_SECRET", "secret that signs requests") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting GatewayCurrencies =
        new("GATEWAY_CURRENCIES", "currencies to ask for, such as INR,USD; INR unless set");

    public static readonly Setting GatewayVerification =
        new("GATEWAY_VERIFICATION", "what a wrong signature of an answer does: off, report or enforce; report unless set");

    public static readonly Setting AccountBaseAddress =
        new("ACCOUNT_BASE_ADDRESS", "https address with its version, such as https://host/v2") { IsRequired = true };

    public static readonly Setting AccountClientId = new("ACCOUNT_CLIENT_ID", "client id of the login") { IsRequired = true, IsCredential = true };

    public static readonly Setting AccountClientSecret = new("ACCOUNT_CLIENT_SECRET", "secret that signs the login") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting AccountLocalAddress =
        new("ACCOUNT_LOCAL_ADDRESS", "IP address of this machine that login and calls leave from");

    public static readonly ProviderDescription Cashfree = new("cashfree", ProviderNames.Cashfree, "Cashfree Payouts",
        [CashfreeClientId, CashfreeClientSecret, CashfreePublicKeyFile, CashfreeBaseAddress])
    {
        BaseAddress = CashfreeBaseAddress,
    };

    public static readonly ProviderDescription Juspay = new("juspay", ProviderNames.Juspay, "Juspay Payouts",
        [JuspayApiKey, JuspayBaseAddress])
    {
        BaseAddress = JuspayBaseAddress,
    };

    public static readonly ProviderDescription Gateway = new("gateway", ProviderNames.SignedGateway, "signed gateway",
        [GatewayBaseAddress, GatewayAppId, GatewayAppSecret, GatewayCurrencies, GatewayVerification])
    {
        BaseAddress = GatewayBaseAddress,
    };

    public static readonly ProviderDescription Account = new("account", ProviderNames.AccountApi, "account API",
        [AccountBaseAddress, AccountClientId, AccountClientSecret, AccountLocalAddress])
    {
        BaseAddress = AccountBaseAddress,
    };

    public static readonly ProviderDescription HyperSdk = new("hyper-sdk", ProviderNames.HyperSdk, "Juspay Hyper SDK", [])
    {
        WhyNotLive = "the Hyper SDK answers on a phone only, and no device is attached here",
    };

    /// <summary>All providers, in the order of the table.</summary>
    public static readonly IReadOnlyList<ProviderDescription> All = [Cashfree, Juspay, Gateway, Account, HyperSdk];

    /// <summary>The names as a list in a sentence.</summary>
    public static string Names => string.Join(", ", All.Select(provider => provider.Name));

    /// <summary>The command's name of a source.</summary>
    public static string NameOf(string sourceName) => All.FirstOrDefault(provider => provider.SourceName == sourceName)?.Name ?? sourceName;

    /// <summary>Place in the table; names it does not have come last.</summary>
    public static int PlaceOf(string name) => All.TakeWhile(provider => provider.Name != name).Count();

    public static ProviderDescription? Find(string name) =>
        All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
