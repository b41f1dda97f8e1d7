using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payments.Balances;

namespace Payments.Cashfree;

/// <summary>Total is the ledger balance; held is what pending transfers make of the difference (ASSUMED). INR (ASSUMED: no field names it). As of the receipt: the answer names no time.</summary>
internal sealed class CashfreeBalanceSource(IServiceProvider services) : IBalanceSource
{
    public string Provider => ProviderNames.Cashfree;

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<CashfreePayoutsOptions>>().Value;
        var envelope = await services.GetRequiredService<ICashfreePayoutsClient>().GetBalanceAsync(cancellationToken).ConfigureAwait(false);
        var balance = envelope.Data?.Balance;
        var available = envelope.Data?.AvailableBalance;
        return
        [
            new AccountBalance
            {
                Provider = Provider,
                Account = "Payouts",
                Currency = "INR",
                Available = available,
                Held = balance - available,
                Total = balance,
                AsOf = options.TimeProvider.GetUtcNow(),
                Note = balance is null && available is null ? "The answer names no amount." : null,
            },
        ];
    }
}
