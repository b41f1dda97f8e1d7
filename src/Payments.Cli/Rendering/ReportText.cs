using System.Globalization;

namespace Payments.Cli;

/// <summary>A snapshot as lines and sentences, free of layout.</summary>
internal static class ReportText
{
    public const string SandboxLine = "SANDBOX: simulated providers on this machine. No real accounts, no real money.";

    public static IReadOnlyList<ReportLine> Lines(BalanceSnapshot snapshot) => [.. snapshot.Providers.SelectMany(answer => Lines(answer, snapshot.TakenAt))];

    /// <summary>What the reader must know about the totals; may be empty.</summary>
    public static IEnumerable<string> Remarks(BalanceSnapshot snapshot)
    {
        foreach (var total in snapshot.Totals)
        {
            foreach (var (name, sum) in new[] { ("available", total.Available), ("held", total.Held), ("total", total.Total) })
            {
                if (sum.Stated == total.Accounts)
                {
                    continue;
                }
                yield return sum.Stated == 0
                    ? $"No {total.Currency} account states what is {Words(name)}."
                    : $"{Capital(name)} {total.Currency} covers {sum.Stated} of {total.Accounts} accounts; the others do not state it.";
            }
        }
        var missing = snapshot.Providers.Where(answer => answer.State != AnswerState.Answered).Select(answer => answer.Provider).ToList();
        if (missing.Count > 0 && snapshot.Totals.Count > 0)
        {
            yield return $"Not in the totals: {string.Join(", ", missing)}.";
        }
    }

    /// <summary>Time of day when the figures are of the same day, otherwise the date too; always UTC.</summary>
    public static string AsOf(DateTimeOffset asOf, DateTimeOffset now)
    {
        var (time, day) = (asOf.UtcDateTime, now.UtcDateTime.Date);
        return time.ToString(time.Date == day ? "HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<ReportLine> Lines(ProviderAnswer answer, DateTimeOffset now)
    {
        if (answer.State != AnswerState.Answered)
        {
            var kind = answer.IsFailure ? ReportLine.LineKind.Failed : ReportLine.LineKind.NotAsked;
            return [new ReportLine(answer.Provider, "") { Kind = kind, Note = $"{StateWords(answer.State)}: {PlainText.Of(answer.Reason ?? "")}" }];
        }
        if (answer.Accounts.Count == 0)
        {
            return [new ReportLine(answer.Provider, "") { Kind = ReportLine.LineKind.NotAsked, Note = "answered without any account" }];
        }
        return answer.Accounts.Select(account => new ReportLine(answer.Provider, PlainText.Of(account.Account))
        {
            Currency = PlainText.Of(account.Currency),
            Figures = account,
            AsOf = AsOf(account.AsOf, now),
            Note = PlainText.Of(account.Note ?? ""),
        });
    }

    private static string StateWords(AnswerState state) => state switch
    {
        AnswerState.NotConfigured => "not configured",
        AnswerState.NotAvailable => "not available",
        _ => "failed",
    };

    private static string Words(string name) => name == "total" ? "there in total" : name;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
