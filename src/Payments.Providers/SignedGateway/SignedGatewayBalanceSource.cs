using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payments.Balances;

namespace Payments.SignedGateway;

/// <summary>Available and held are the gateway's own figures; total is their sum (ASSUMED: the gateway names none). As of the receipt: the answer names no time.</summary>
internal sealed class SignedGatewayBalanceSource(IServiceProvider services) : IBalanceSource
{
    public string Provider => ProviderNames.SignedGateway;

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<SignedGatewayOptions>>().Value;
        var client = services.GetRequiredService<ISignedGatewayClient>();
        var response = await client.QueryBalanceAsync(new BalanceQueryRequest { Currencies = [.. options.BalanceCurrencies] }, cancellationToken).ConfigureAwait(false);
        var asOf = options.TimeProvider.GetUtcNow();
        // A currency asked for and not answered has no account (ASSUMED): it gives no row.
        return [.. (response.Data?.BalanceList ?? []).Select(entry => new AccountBalance
        {
            Provider = Provider,
            Account = entry.Currency,
            Currency = entry.Currency,
            Available = entry.AvailableAmount,
            Held = entry.FrozenAmount,
            Total = entry.AvailableAmount + entry.FrozenAmount,
            AsOf = asOf,
        })];
    }
}
