using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Payments.Cashfree;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>Cashfree Payouts: its settings, and how it is connected.</summary>
internal static class CashfreeProvider
{
    public static readonly Setting ClientId = new("CASHFREE_CLIENT_ID", "client id of the payout account") { IsRequired = true, IsCredential = true };

    public static readonly Setting ClientSecret =
        new("CASHFREE_CLIENT_SECRET", "client secret of the payout account") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting PublicKeyFile =
        new("CASHFREE_PUBLIC_KEY_FILE", "path of the public key (PEM) for calls from an address that is not on the allow-list");

    public static readonly Setting BaseAddress =
        new("CASHFREE_BASE_ADDRESS", "https address; the production server unless set");

    public static ProviderDescription Description { get; } = new("cashfree", ProviderNames.Cashfree, "Cashfree Payouts", [ClientId, ClientSecret, PublicKeyFile, BaseAddress])
    {
        BaseAddress = BaseAddress,
        ConnectSandbox = ConnectSandbox,
        ConnectLive = ConnectLive,
    };

    private static void ConnectSandbox(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider)
    {
        services.AddCashfreePayouts(options =>
        {
            options.BaseAddress = sandbox.CashfreeAddress;
            options.ClientId = SandboxCredentials.CashfreeClientId;
            options.ClientSecret = SandboxCredentials.CashfreeClientSecret;
            options.TimeProvider = timeProvider;
        });
    }

    // Settings are read before the registration, so that a wrong one shows here and not when the client is made.
    private static void ConnectLive(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(BaseAddress) ?? CashfreePayoutsOptions.Servers.Production;
        var publicKey = settings.PublicKey(PublicKeyFile);
        services.AddCashfreePayouts(options =>
        {
            options.BaseAddress = address;
            options.ClientId = settings.Required(ClientId);
            options.ClientSecret = settings.Required(ClientSecret);
            options.SignaturePublicKeyPem = publicKey;
            options.TimeProvider = timeProvider;
        });
    }
}
