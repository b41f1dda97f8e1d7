using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payments.Balances;

namespace Payments.AccountApi;

/// <summary>All three amounts are the server's own. As of the receipt: the answer names no time.</summary>
internal sealed class AccountApiBalanceSource(IServiceProvider services) : IBalanceSource
{
    public string Provider => ProviderNames.AccountApi;

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<AccountApiOptions>>().Value;
        var envelope = await services.GetRequiredService<IAccountApiClient>().GetBalanceAsync(cancellationToken).ConfigureAwait(false);
        var asOf = options.TimeProvider.GetUtcNow();
        return [.. (envelope.ResponseData ?? []).Select(entry => new AccountBalance
        {
            Provider = Provider,
            Account = entry.Name is { Length: > 0 } name ? $"{name} {entry.Id}" : entry.Id,
            Currency = entry.Currency,
            Available = entry.AvailableBalance,
            Held = entry.ReservedAmount,
            Total = entry.Balance,
            AsOf = asOf,
            // The page says that the three agree; a difference is worth a word, not a failure (ASSUMED).
            Note = entry.Balance == entry.ReservedAmount + entry.AvailableBalance ? null : "Balance is not reserved plus available.",
        })];
    }
}
