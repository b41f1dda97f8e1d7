namespace Payments.Cli;

internal static class Rows
{
    public static readonly DateTimeOffset Time = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static AccountRow Row(string account, string currency, decimal? available, decimal? held, decimal? total, string? note = null) =>
        new(account, currency, available, held, total, Time, note);
}
