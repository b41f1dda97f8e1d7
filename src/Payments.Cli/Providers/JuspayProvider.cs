using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Payments.Juspay;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>Juspay Payouts: its settings, and how it is connected.</summary>
internal static class JuspayProvider
{
    public static readonly Setting ApiKey = new("JUSPAY_API_KEY", "API key of the merchant") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting BaseAddress = new("JUSPAY_BASE_ADDRESS", "https address; the production server unless set");

    public static ProviderDescription Description { get; } = new("juspay", ProviderNames.Juspay, "Juspay Payouts", [ApiKey, BaseAddress])
    {
        BaseAddress = BaseAddress,
        ConnectSandbox = ConnectSandbox,
        ConnectLive = ConnectLive,
    };

    private static void ConnectSandbox(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider)
    {
        services.AddJuspayPayouts(options =>
        {
            options.BaseAddress = sandbox.JuspayAddress;
            options.ApiKey = SandboxCredentials.JuspayApiKey;
            options.TimeProvider = timeProvider;
        });
    }

    // Settings are read before the registration, so that a wrong one shows here and not when the client is made.
    private static void ConnectLive(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(BaseAddress) ?? JuspayPayoutsOptions.Servers.Production;
        var apiKey = settings.UserName(ApiKey);
        services.AddJuspayPayouts(options =>
        {
            options.BaseAddress = address;
            options.ApiKey = apiKey;
            options.TimeProvider = timeProvider;
        });
    }
}
