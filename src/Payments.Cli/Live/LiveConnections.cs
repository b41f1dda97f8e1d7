using Microsoft.Extensions.DependencyInjection;
using Payments.AccountApi;
using Payments.Cashfree;
using Payments.Juspay;
using Payments.SignedGateway;

namespace Payments.Cli;

/// <summary>Registers one provider with its settings.</summary>
internal static class LiveConnections
{
    /// <exception cref="BadSettingException">A setting cannot be used.</exception>
    public static void Add(IServiceCollection services, ProviderDescription provider, LiveSettings settings, TimeProvider timeProvider)
    {
        if (provider == ProviderTable.Cashfree)
        {
            AddCashfree(services, settings, timeProvider);
        }
        else if (provider == ProviderTable.Juspay)
        {
            AddJuspay(services, settings, timeProvider);
        }
        else if (provider == ProviderTable.Gateway)
        {
            AddGateway(services, settings, timeProvider);
        }
        else
        {
            AddAccount(services, settings, timeProvider);
        }
    }

    // Settings are read before the registration, so that a wrong one shows here and not when the client is made.
    private static void AddCashfree(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(ProviderTable.CashfreeBaseAddress) ?? CashfreePayoutsOptions.Servers.Production;
        var publicKey = settings.PublicKey(ProviderTable.CashfreePublicKeyFile);
        services.AddCashfreePayouts(options =>
        {
            options.BaseAddress = address;
            options.ClientId = settings.Required(ProviderTable.CashfreeClientId);
            options.ClientSecret = settings.Required(ProviderTable.CashfreeClientSecret);
            options.SignaturePublicKeyPem = publicKey;
            options.TimeProvider = timeProvider;
        });
    }

    private static void AddJuspay(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(ProviderTable.JuspayBaseAddress) ?? JuspayPayoutsOptions.Servers.Production;
        var apiKey = settings.UserName(ProviderTable.JuspayApiKey);
        services.AddJuspayPayouts(options =>
        {
            options.BaseAddress = address;
            options.ApiKey = apiKey;
            options.TimeProvider = timeProvider;
        });
    }

    private static void AddGateway(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(ProviderTable.GatewayBaseAddress);
        var currencies = settings.Currencies(ProviderTable.GatewayCurrencies);
        var verification = settings.OneOf(ProviderTable.GatewayVerification, "off", "report", "enforce") switch
        {
            "off" => ResponseVerification.Off,
            "enforce" => ResponseVerification.Enforce,
            _ => ResponseVerification.Report,
        };
        services.AddSignedGateway(options =>
        {
            options.BaseAddress = address;
            options.AppId = settings.Required(ProviderTable.GatewayAppId);
            options.AppSecret = settings.Required(ProviderTable.GatewayAppSecret);
            options.ResponseVerification = verification;
            options.TimeProvider = timeProvider;
            options.BalanceCurrencies.Clear();
            foreach (var currency in currencies)
            {
                options.BalanceCurrencies.Add(currency);
            }
        });
    }

    private static void AddAccount(IServiceCollection services, LiveSettings settings, TimeProvider timeProvider)
    {
        var address = settings.Address(ProviderTable.AccountBaseAddress);
        var localAddress = settings.LocalAddress(ProviderTable.AccountLocalAddress);
        services.AddAccountApi(options =>
        {
            options.BaseAddress = address;
            options.ClientId = settings.Required(ProviderTable.AccountClientId);
            options.ClientSecret = settings.Required(ProviderTable.AccountClientSecret);
            options.LocalAddress = localAddress;
            options.TimeProvider = timeProvider;
        });
    }
}
