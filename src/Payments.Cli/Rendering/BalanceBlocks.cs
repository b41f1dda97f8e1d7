using Spectre.Console;

namespace Payments.Cli;

/// <summary>The report for terminals too narrow for a table: one block of lines per account.</summary>
internal static class BalanceBlocks
{
    public static void Write(Action<string, Style> writeLine, IReadOnlyList<ReportLine> lines, IReadOnlyList<CurrencyTotal> totals)
    {
        foreach (var line in lines)
        {
            var failed = line.Kind == ReportLine.LineKind.Failed;
            writeLine(line.Label, new Style(failed ? Color.Red : null, decoration: Decoration.Bold));
            if (line.Figures is { } figures)
            {
                WriteFigures(writeLine, line.Currency, figures.Available, figures.Held, figures.Total);
                writeLine($"  as of      {line.AsOf}", Style.Plain);
            }
            if (line.Note.Length > 0)
            {
                writeLine($"  {line.Note}", new Style(failed ? Color.Red : null));
            }
        }
        foreach (var total in totals)
        {
            writeLine($"total {total.Currency}", new Style(decoration: Decoration.Bold));
            WriteFigures(writeLine, total.Currency, total.Available.Amount, total.Held.Amount, total.Total.Amount);
        }
    }

    private static void WriteFigures(Action<string, Style> writeLine, string currency, decimal? available, decimal? held, decimal? total)
    {
        var amounts = AmountColumn.Align([available, held, total]);
        string[] names = ["available", "held", "total"];
        for (var index = 0; index < names.Length; index++)
        {
            writeLine($"  {names[index],-10} {amounts[index].TrimEnd()} {currency}", Style.Plain);
        }
    }
}
