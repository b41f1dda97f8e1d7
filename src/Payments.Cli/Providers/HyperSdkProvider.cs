using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Payments.HyperSdk;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>Juspay's Hyper SDK: its settings, and how it is connected.</summary>
internal static class HyperSdkProvider
{
    public static ProviderDescription Description { get; } = new("hyper-sdk", ProviderNames.HyperSdk, "Juspay Hyper SDK", [])
    {
        WhyNotLive = "the Hyper SDK answers on a phone only, and no device is attached here",
        ConnectSandbox = ConnectSandbox,
    };

    private static void ConnectSandbox(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider)
    {
        services.AddHyperSdk(options =>
        {
            options.Bridge = new HyperSdkDeviceBridge(sandbox.HyperSdk);
            options.SignatureSource = new SandboxSignatureSource();
            options.ClientId = SandboxCredentials.HyperClientId;
            options.MerchantKeyId = SandboxCredentials.HyperMerchantKeyId;
            options.BalanceAccounts.Add(SandboxCredentials.HyperAccountReferenceId);
            options.TimeProvider = timeProvider;
        });
    }
}
