using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payments.Balances;

namespace Payments.HyperSdk;

/// <summary>One row per configured account, asked one after the other. Total is the balance; available is its own figure, or else the balance (ASSUMED). INR (ASSUMED: no field names it). As of the answer.</summary>
internal sealed class HyperSdkBalanceSource(IServiceProvider services) : IBalanceSource
{
    public string Provider => ProviderNames.HyperSdk;

    public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<HyperSdkOptions>>().Value;
        var session = services.GetRequiredService<HyperSession>();
        var rows = new List<AccountBalance>();
        foreach (var account in options.BalanceAccounts)
        {
            var answer = await session.CheckBalanceAsync(account, cancellationToken).ConfigureAwait(false);
            rows.Add(Row(answer.Payload, options.TimeProvider.GetUtcNow()));
        }
        return rows;
    }

    private AccountBalance Row(CheckBalanceResult result, DateTimeOffset asOf)
    {
        var hasTotal = HyperAmount.TryParse(result.Balance, out var total);
        var hasAvailable = HyperAmount.TryParse(result.AvailableBalance, out var available);
        return new AccountBalance
        {
            Provider = Provider,
            Account = result.MaskedAccountNumber,
            Currency = "INR",
            Available = hasAvailable ? available : string.IsNullOrWhiteSpace(result.AvailableBalance) && hasTotal ? total : null,
            Held = hasTotal && hasAvailable ? total - available : null,
            Total = hasTotal ? total : null,
            AsOf = asOf,
            Note = NoteOf(result, hasTotal, hasAvailable),
        };
    }

    // The format of the amounts is stated nowhere: what is no number is shown as it came.
    private static string? NoteOf(CheckBalanceResult result, bool hasTotal, bool hasAvailable)
    {
        if (result.Status.Value.Equals(HyperStatus.Values.Pending, StringComparison.OrdinalIgnoreCase))
        {
            return "The bank has not answered yet.";
        }
        if (string.IsNullOrWhiteSpace(result.Balance) && string.IsNullOrWhiteSpace(result.AvailableBalance))
        {
            return "The answer names no amount.";
        }
        var unread = new[] { hasTotal ? null : result.Balance, hasAvailable ? null : result.AvailableBalance }.Where(static text => !string.IsNullOrWhiteSpace(text)).Select(static text => FailureText.Shown(text!));
        var text = string.Join(", ", unread);
        return text.Length == 0 ? null : $"Not a number: {text}";
    }
}
