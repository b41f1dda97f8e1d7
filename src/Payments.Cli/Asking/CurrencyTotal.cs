using Payments.Balances;

namespace Payments.Cli;

/// <summary>
/// The sum over the accounts of one currency. A figure that no account states is null; one that only some state is the sum of those,
/// and the counts say how many they were.
/// </summary>
internal sealed record CurrencyTotal(string Currency, int Accounts, PartialSum Available, PartialSum Held, PartialSum Total)
{
    public static IReadOnlyList<CurrencyTotal> Of(IEnumerable<AccountBalance> rows) =>
    [
        .. rows.GroupBy(row => row.Currency, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CurrencyTotal(
                group.Key,
                group.Count(),
                PartialSum.Of(group.Select(row => row.Available)),
                PartialSum.Of(group.Select(row => row.Held)),
                PartialSum.Of(group.Select(row => row.Total)))),
    ];
}
