using Microsoft.Extensions.DependencyInjection;
using Payments.AccountApi;
using Payments.Balances;
using Payments.Cashfree;
using Payments.HyperSdk;
using Payments.Juspay;
using Payments.Sandbox;
using Payments.SignedGateway;
using Payments.Tests.HyperSdk;

namespace Payments.Tests;

/// <summary>All five clients and the common view, over a sandbox.</summary>
internal static class AllProviders
{
    public static IServiceCollection AddAllProviders(this IServiceCollection services, PaymentsSandbox sandbox, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddBalances(options => options.TimeProvider = clock);
        services.AddCashfreePayouts(options =>
        {
            options.BaseAddress = sandbox.CashfreeAddress;
            options.ClientId = SandboxCredentials.CashfreeClientId;
            options.ClientSecret = SandboxCredentials.CashfreeClientSecret;
        });
        services.AddJuspayPayouts(options =>
        {
            options.BaseAddress = sandbox.JuspayAddress;
            options.ApiKey = SandboxCredentials.JuspayApiKey;
        });
        services.AddSignedGateway(options =>
        {
            options.BaseAddress = sandbox.GatewayAddress;
            options.AppId = SandboxCredentials.GatewayAppId;
            options.AppSecret = SandboxCredentials.GatewayAppSecret;
        });
        services.AddAccountApi(options =>
        {
            options.BaseAddress = sandbox.AccountAddress;
            options.ClientId = SandboxCredentials.AccountClientId;
            options.ClientSecret = SandboxCredentials.AccountClientSecret;
        });
        services.AddHyperSdk(options =>
        {
            options.Bridge = new SandboxBridge(sandbox.HyperSdk);
            options.ClientId = SandboxCredentials.HyperClientId;
            options.MerchantKeyId = SandboxCredentials.HyperMerchantKeyId;
            options.SignatureSource = new TestSignatureSource();
            options.BalanceAccounts.Add(SandboxCredentials.HyperAccountReferenceId);
        });
        return services;
    }
}
