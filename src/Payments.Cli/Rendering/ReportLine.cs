using Payments.Balances;

namespace Payments.Cli;

/// <summary>One line of the table, as text apart from its amounts.</summary>
/// <param name="Provider">Name; empty when the line above has the same.</param>
/// <param name="Account">Name, or empty without an account.</param>
internal sealed record ReportLine(string Provider, string Account)
{
    public string Currency { get; init; } = "";

    public AccountBalance? Figures { get; init; }

    public string AsOf { get; init; } = "";

    public string Note { get; init; } = "";

    public LineKind Kind { get; init; } = LineKind.Figures;

    /// <summary>What notes under the table begin with.</summary>
    public string Label => Account.Length == 0 ? Provider : $"{Provider} {Account}";

    public enum LineKind
    {
        Figures,
        Failed,
        NotAsked,
    }
}
