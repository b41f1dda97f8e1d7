using Payments.Balances;

namespace Payments.Cli;

internal static class Rows
{
    public static readonly DateTimeOffset Time = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static AccountBalance Row(string account, string currency, decimal? available, decimal? held, decimal? total, string? note = null) => new()
    {
        Provider = "",
        Account = account,
        Currency = currency,
        Available = available,
        Held = held,
        Total = total,
        AsOf = Time,
        Note = note,
    };
}
