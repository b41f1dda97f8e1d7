using Microsoft.Extensions.DependencyInjection;
using Payments.AccountApi;
using Payments.Balances;
using Payments.Cashfree;
using Payments.HyperSdk;
using Payments.Juspay;
using Payments.SignedGateway;
using Specwright.Samples.NativeAot;

// All five providers in one native program, against the sandbox (src/Payments.Sandbox); its credentials are public.
if (args is not [var cashfree, var juspay, var gateway, var account, var bridge])
{
    Console.Error.WriteLine("Usage: <address of cashfree> <of juspay> <of the gateway> <of the account API> <port of the device's bridge>");
    return 2;
}

using var device = await SocketBridge.ConnectAsync(int.Parse(bridge, System.Globalization.CultureInfo.InvariantCulture));
var services = new ServiceCollection().AddBalances();
services.AddCashfreePayouts(options =>
{
    options.BaseAddress = new Uri(cashfree);
    options.ClientId = "sandbox-cashfree-client";
    options.ClientSecret = "sandbox-cashfree-secret";
});
services.AddJuspayPayouts(options =>
{
    options.BaseAddress = new Uri(juspay);
    options.ApiKey = "SANDBOXJUSPAYAPIKEY";
});
services.AddSignedGateway(options =>
{
    options.BaseAddress = new Uri(gateway);
    options.AppId = "5a4db0c5a4db0c5a4db0c5a4db0c0001";
    options.AppSecret = "sandbox-gateway-secret";
    options.ResponseVerification = ResponseVerification.Enforce;
});
services.AddAccountApi(options =>
{
    options.BaseAddress = new Uri(account);
    options.ClientId = "sandbox-account-client";
    options.ClientSecret = "sandbox-account-secret-of-32-bytes!";
});
services.AddHyperSdk(options =>
{
    options.Bridge = device;
    options.SignatureSource = new SandboxSignatures();
    options.ClientId = "sandbox-hyper-client";
    options.MerchantKeyId = "sandbox-hyper-key";
    options.BalanceAccounts.Add("sandbox-hyper-account");
});

await using var provider = services.BuildServiceProvider();
var report = await provider.GetRequiredService<BalanceService>().CollectAsync();
foreach (var answer in report.Providers)
{
    Console.WriteLine(answer.Failure is { } failure ? $"{answer.Provider}: failed: {failure}" : $"{answer.Provider}: {string.Join(", ", answer.Balances.Select(balance => $"{balance.Available} {balance.Currency}"))}");
}

return report.Providers.All(answer => answer.Failure is null) ? 0 : 1;
