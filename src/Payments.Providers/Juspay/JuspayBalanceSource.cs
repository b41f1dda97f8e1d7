using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;

namespace Payments.Juspay;

/// <summary>One row per gateway and rail. The one amount is the total, and shown as available too (ASSUMED: the page says only balance). INR (ASSUMED: no field names it). As of each entry's <c>lastUpdated</c>.</summary>
internal sealed class JuspayBalanceSource(IServiceProvider services) : IBalanceSource
{
    public string Provider => ProviderNames.Juspay;

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        var balances = await services.GetRequiredService<IJuspayPayoutsClient>().GetBalanceAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. balances.Select(entry => new AccountBalance
        {
            Provider = Provider,
            Account = GatewayRail.Parse(entry.Key) is { Rail: { } rail } key ? $"{key.Gateway} {rail}" : entry.Key,
            Currency = "INR",
            Available = entry.Value.Balance,
            Total = entry.Value.Balance,
            AsOf = entry.Value.LastUpdated,
        })];
    }
}
