using Microsoft.Extensions.DependencyInjection;
using Payments.AccountApi;
using Payments.Cashfree;
using Payments.HyperSdk;
using Payments.Juspay;
using Payments.Sandbox;
using Payments.SignedGateway;

namespace Payments.Cli;

/// <summary>Registers the five clients with the sandbox's addresses and its public credentials.</summary>
internal static class SandboxConnections
{
    public static void Add(IServiceCollection services, PaymentsSandbox sandbox, TimeProvider timeProvider, BalancesOptions asked)
    {
        if (asked.Includes(ProviderTable.Cashfree.Name))
        {
            services.AddCashfreePayouts(options =>
            {
                options.BaseAddress = sandbox.CashfreeAddress;
                options.ClientId = SandboxCredentials.CashfreeClientId;
                options.ClientSecret = SandboxCredentials.CashfreeClientSecret;
                options.TimeProvider = timeProvider;
            });
        }
        if (asked.Includes(ProviderTable.Juspay.Name))
        {
            services.AddJuspayPayouts(options =>
            {
                options.BaseAddress = sandbox.JuspayAddress;
                options.ApiKey = SandboxCredentials.JuspayApiKey;
                options.TimeProvider = timeProvider;
            });
        }
        if (asked.Includes(ProviderTable.Gateway.Name))
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
        if (asked.Includes(ProviderTable.Account.Name))
        {
            services.AddAccountApi(options =>
            {
                options.BaseAddress = sandbox.AccountAddress;
                options.ClientId = SandboxCredentials.AccountClientId;
                options.ClientSecret = SandboxCredentials.AccountClientSecret;
                options.TimeProvider = timeProvider;
            });
        }
        if (asked.Includes(ProviderTable.HyperSdk.Name))
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
}
