using Microsoft.Extensions.DependencyInjection;
using Payments.AccountApi;
using Payments.Balances;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>The account API: its settings, and how it is connected.</summary>
internal static class AccountProvider
{
    public static readonly Setting BaseAddress =
        new("ACCOUNT_BASE_ADDRESS", "https address with its version, such as https://host/v2") { IsRequired = true };

    public static readonly Setting ClientId = new("ACCOUNT_CLIENT_ID", "client id of the login") { IsRequired = true, IsCredential = true };

    public static readonly Setting ClientSecret = new("ACCOUNT_CLIENT_SECRET", "secret that signs the login") { IsRequired = true, IsCredential = true, IsSecret = true };

    public static readonly Setting LocalAddress =
        new("ACCOUNT_LOCAL_ADDRESS", "IP address of this machine that login and calls leave from");

    public static ProviderDescription Description { get; } = new("account", ProviderNames.AccountApi, "account API", [BaseAddress, ClientId, ClientSecret, LocalAddress])
    {
        BaseAddress = BaseAddress,
        ConnectSandbox = ConnectSandbox,
        ConnectLive = ConnectLive,
    };

    private static void ConnectSandbox(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider)
    {
        services.AddAccountApi(options =>
        {
            options.BaseAddress = sandbox.AccountAddress;
            options.ClientId = SandboxCredentials.AccountClientId;
            options.ClientSecret = SandboxCredentials.AccountClientSecret;
            options.TimeProvider = timeProvider;
        });
    }

    // Settings are read before the registration, so that a wrong one shows here and not when the client is made.
    private static void ConnectLive(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(BaseAddress);
        var localAddress = settings.LocalAddress(LocalAddress);
        services.AddAccountApi(options =>
        {
            options.BaseAddress = address;
            options.ClientId = settings.Required(ClientId);
            options.ClientSecret = settings.Required(ClientSecret);
            options.LocalAddress = localAddress;
            options.TimeProvider = timeProvider;
        });
    }
}
