using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Payments.Sandbox;
using Payments.SignedGateway;

namespace Payments.Cli;

/// <summary>The signed gateway: its settings, and how it is connected.</summary>
internal static class GatewayProvider
{
    public static readonly Setting BaseAddress = new("GATEWAY_BASE_ADDRESS", "https address that the gateway gave the merchant") { IsRequired = true };

    public static readonly Setting AppId = new("GATEWAY_APP_ID", "app id of the merchant") { IsRequired = true, IsCredential = true };

    public static readonly Setting AppSecret = new("GATEWAY_APP_SECRET", "secret that signs requests") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting Currencies =
        new("GATEWAY_CURRENCIES", "currencies to ask for, such as INR,USD; INR unless set");

    public static readonly Setting Verification =
        new("GATEWAY_VERIFICATION", "what a wrong signature of an answer does: off, report or enforce; report unless set");

    public static ProviderDescription Description { get; } = new("gateway", ProviderNames.SignedGateway, "signed gateway", [BaseAddress, AppId, AppSecret, Currencies, Verification])
    {
        BaseAddress = BaseAddress,
        ConnectSandbox = ConnectSandbox,
        ConnectLive = ConnectLive,
    };

    private static void ConnectSandbox(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider)
    {
        services.AddSignedGateway(options =>
        {
            options.BaseAddress = sandbox.GatewayAddress;
            options.AppId = SandboxCredentials.GatewayAppId;
            options.AppSecret = SandboxCredentials.GatewayAppSecret;
            options.TimeProvider = timeProvider;
            // The sandbox's own signature rule is known, so a wrong signature shall count.
            options.ResponseVerification = ResponseVerification.Enforce;
            options.BalanceCurrencies.Clear();
            foreach (var currency in (string[])["INR", "BRL", "USD"])
            {
                options.BalanceCurrencies.Add(currency);
            }
        });
    }

    // Settings are read before the registration, so that a wrong one shows here and not when the client is made.
    private static void ConnectLive(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(BaseAddress);
        var currencies = settings.Currencies(Currencies);
        var verification = settings.OneOf(Verification, "off", "report", "enforce") switch
        {
            "off" => ResponseVerification.Off,
            "enforce" => ResponseVerification.Enforce,
            _ => ResponseVerification.Report,
        };
        services.AddSignedGateway(options =>
        {
            options.BaseAddress = address;
            options.AppId = settings.Required(AppId);
            options.AppSecret = settings.Required(AppSecret);
            options.ResponseVerification = verification;
            options.TimeProvider = timeProvider;
            options.BalanceCurrencies.Clear();
            foreach (var currency in currencies)
            {
                options.BalanceCurrencies.Add(currency);
            }
        });
    }
}
