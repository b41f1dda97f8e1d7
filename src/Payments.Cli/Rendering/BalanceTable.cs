using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Payments.Cli;

/// <summary>
/// Writes a snapshot as a table. Amounts are never cut or wrapped: where the columns do not fit, notes and times move under the table,
/// and where the amounts alone do not fit, each account becomes a block of lines.
/// </summary>
internal sealed class BalanceTable
{
    private const int NarrowestNote = 24;
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private readonly IAnsiConsole _console;
    private readonly RenderOptions _renderOptions;

    public BalanceTable(CommandEnvironment environment)
    {
        _console = ConsoleFactory.Create(environment.Output, environment.OutputAnsi, environment.Width);
        _renderOptions = RenderOptions.Create(_console, _console.Profile.Capabilities);
    }

    public void Write(BalanceSnapshot snapshot)
    {
        var lines = ReportText.Lines(snapshot);
        if (snapshot.IsSandbox)
        {
            WriteLine(ReportText.SandboxLine, new Style(Color.Yellow));
        }
        if (TableThatFits(lines, snapshot.Totals) is var (table, layout))
        {
            _console.Write(table);
            WriteLeftOut(lines, layout);
        }
        else
        {
            BalanceBlocks.Write(WriteLine, lines, snapshot.Totals);
        }
        foreach (var remark in ReportText.Remarks(snapshot))
        {
            WriteLine(remark, Dim);
        }
    }

    private (Table Table, TableLayout Layout)? TableThatFits(IReadOnlyList<ReportLine> lines, IReadOnlyList<CurrencyTotal> totals)
    {
        foreach (var layout in TableLayout.FromWidest)
        {
            // A note may wrap, but not into a column of single words; so it counts with a least width.
            var measured = ((IRenderable)Build(lines, totals, layout with { HasNote = false })).Measure(_renderOptions, int.MaxValue / 2).Max;
            var longestNote = layout.HasNote ? lines.Max(line => line.Note.Length) : 0;
            var note = layout.HasNote ? Math.Max("note".Length, Math.Min(NarrowestNote, longestNote)) + 3 : 0;
            if (measured + note <= _console.Profile.Width)
            {
                return (Build(lines, totals, layout), layout);
            }
        }
        return null;
    }

    private static Table Build(IReadOnlyList<ReportLine> lines, IReadOnlyList<CurrencyTotal> totals, TableLayout layout)
    {
        var available = AmountColumn.Align([.. lines.Select(line => line.Figures?.Available), .. totals.Select(total => total.Available.Amount)]);
        var held = AmountColumn.Align([.. lines.Select(line => line.Figures?.Held), .. totals.Select(total => total.Held.Amount)]);
        var whole = AmountColumn.Align([.. lines.Select(line => line.Figures?.Total), .. totals.Select(total => total.Total.Amount)]);

        var table = new Table { Border = TableBorder.Rounded, ShowFooters = totals.Count > 0 };
        table.AddColumn(Column("provider", "total", totals.Count));
        var account = Column("account", totals.Select(AccountsText));
        if (layout.WrapsAccount)
        {
            account.NoWrap = false;
            // The totals' lines must not wrap: each has to stay beside its sums.
            account.Width = totals.Select(AccountsText).Concat(lines.SelectMany(line => line.Account.Split(' '))).Append("account").Max(text => text.GetCellWidth());
        }
        table.AddColumn(account);
        table.AddColumn(Column("currency", totals.Select(total => total.Currency)));
        table.AddColumn(Column("available", available.Skip(lines.Count)).RightAligned());
        table.AddColumn(Column("held", held.Skip(lines.Count)).RightAligned());
        table.AddColumn(Column("total", whole.Skip(lines.Count)).RightAligned());
        if (layout.HasAsOf)
        {
            table.AddColumn(Column("as of", []));
        }
        if (layout.HasNote)
        {
            table.AddColumn(new TableColumn(new Text("note", Strong)));
        }

        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var repeats = index > 0 && lines[index - 1].Provider == line.Provider;
            List<Text> cells =
            [
                new(line.Provider, repeats ? Dim : StyleOf(line, Strong)),
                new(line.Account, Plain),
                new(line.Currency, Plain),
                new(Amount(line, available[index]), AmountStyle(line.Figures?.Available, Good)),
                new(Amount(line, held[index]), AmountStyle(line.Figures?.Held, Plain)),
                new(Amount(line, whole[index]), AmountStyle(line.Figures?.Total, Plain)),
            ];
            if (layout.HasAsOf)
            {
                cells.Add(new Text(line.AsOf, Dim));
            }
            if (layout.HasNote)
            {
                cells.Add(new Text(line.Note, StyleOf(line, Dim)));
            }
            table.AddRow(cells);
        }
        return table;
    }

    private static TableColumn Column(string header, string footer, int lines) => Column(header, lines == 0 ? [] : [footer, .. Enumerable.Repeat("", lines - 1)]);

    private static TableColumn Column(string header, IEnumerable<string> footer) => new(new Text(header, Strong))
    {
        NoWrap = true,
        Footer = new Text(string.Join('\n', footer), Strong),
    };

    private void WriteLeftOut(IReadOnlyList<ReportLine> lines, TableLayout layout)
    {
        foreach (var line in lines)
        {
            var asOf = layout.HasAsOf || line.AsOf.Length == 0 ? "" : $"as of {line.AsOf}";
            var note = layout.HasNote ? "" : line.Note;
            if (asOf.Length + note.Length > 0)
            {
                WriteLine($"{line.Label}: {string.Join("; ", new[] { asOf, note }.Where(text => text.Length > 0))}", StyleOf(line, Dim));
            }
        }
    }

    private static string AccountsText(CurrencyTotal total) =>
        total.Accounts == 1 ? "1 account" : string.Create(CultureInfo.InvariantCulture, $"{total.Accounts} accounts");

    private static string Amount(ReportLine line, string text) => line.Figures is null ? "" : text;

    private static Style AmountStyle(decimal? amount, Style usual) => amount < 0 ? Bad : usual;

    private static Style StyleOf(ReportLine line, Style usual) => line.Kind == ReportLine.LineKind.Failed ? Bad : usual;

    private void WriteLine(string text, Style style)
    {
        _console.Write(new Text(text, style));
        _console.WriteLine();
    }
}
