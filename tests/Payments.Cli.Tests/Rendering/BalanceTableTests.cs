using Spectre.Console;
using static Payments.Cli.Rows;

namespace Payments.Cli;

public sealed class BalanceTableTests
{
    private const string LongNote = "held for thirty minutes, since the provider asks not to be called more often than that";

    private static ScriptedSession Session() => new ScriptedSession()
        .With(ProviderTable.Cashfree, Row("payout", "INR", 200_000.10m, 14_735.40m, 214_735.50m))
        .With(ProviderTable.Juspay, Row("DUMMY_IMPS", "INR", 99_999m, null, 99_999m, LongNote))
        .With(ProviderTable.Gateway, Row("USD", "USD", 12.125m, 0m, 12.125m))
        .Failing(ProviderTable.Account, new Specwright.ApiException("The server answered [red]500[/]"));

    private static async Task<CommandRun> RunAsync(int width = CommandEnvironment.UnlimitedWidth, AnsiSupport ansi = AnsiSupport.No, ScriptedSession? session = null)
    {
        var run = new CommandRun { Width = width, Ansi = ansi, OpenSession = (session ?? Session()).Open, Time = new ManualTime() };
        await run.ExecuteAsync();
        return run;
    }

    private static string[] Cells(string line) => [.. line.Split('│')[1..^1]];

    [Fact]
    public async Task RedirectedOutput_HasOneLinePerAccountAndNoEscapeSequence()
    {
        var run = await RunAsync();

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(
            ["provider", "account", "currency", "available", "held", "total", "as of", "note"],
            Cells(run.OutputLines[2]).Select(cell => cell.Trim()));
        var juspay = Assert.Single(run.OutputLines, line => line.Contains("DUMMY_IMPS", StringComparison.Ordinal));
        Assert.Equal(["juspay", "DUMMY_IMPS", "INR", "99,999", "-", "99,999", "10:00:00Z", LongNote], Cells(juspay).Select(cell => cell.Trim()));
    }

    [Fact]
    public async Task AmountsOfAllLinesAndTotals_HaveTheirPointsInOneColumn()
    {
        var run = await RunAsync();

        var available = run.OutputLines.Where(line => line.Contains('│')).Skip(1).Select(line => Cells(line)[3]).ToList();
        var points = available.Where(cell => cell.Contains('.')).Select(cell => cell.IndexOf('.')).Distinct().ToList();
        Assert.Single(points);
        // A whole number ends where the others have their point.
        var whole = available.Single(cell => cell.Trim() == "99,999");
        Assert.Equal(points[0], whole.TrimEnd().Length);
    }

    [Fact]
    public async Task Totals_StandPerCurrencyAndSayWhatTheyLeaveOut()
    {
        var run = await RunAsync();

        var totals = run.OutputLines.SkipWhile(line => !line.StartsWith("│ total", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('│'));
        Assert.Equal(
            ["total|2 accounts|INR|299,999.10|14,735.40|314,734.50||", "|1 account|USD|12.125|0|12.125||"],
            totals.Select(line => string.Join('|', Cells(line).Select(cell => cell.Trim()))));
        Assert.Contains("Held INR covers 1 of 2 accounts; the others do not state it.", run.OutputLines);
        Assert.Contains("Not in the totals: account.", run.OutputLines);
    }

    [Fact]
    public async Task FailedProvider_IsOneLineWithItsReasonAsItCame()
    {
        var run = await RunAsync();

        var line = Assert.Single(run.OutputLines, line => line.StartsWith("│ account ", StringComparison.Ordinal));
        Assert.Contains("failed: The server answered [red]500[/].", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(100)]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    [InlineData(24)]
    public async Task NoWidth_CutsAnAmountAReasonOrTheScreen(int width)
    {
        var run = await RunAsync(width);

        Assert.All(run.OutputLines, line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        foreach (var amount in new[] { "200,000.10", "14,735.40", "214,735.50", "99,999", "12.125", "299,999.10", "314,734.50" })
        {
            Assert.Contains(amount, run.Output, StringComparison.Ordinal);
        }
        var words = string.Join(' ', run.Output.Split((char[])[' ', '\n', '│'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("10:00:00Z", words, StringComparison.Ordinal);
        Assert.Contains("server", words, StringComparison.Ordinal);
        Assert.Contains("[red]500[/].", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsualTerminal_GetsATableOfTheSandbox()
    {
        var run = new CommandRun { Width = 80 };

        await run.ExecuteAsync();

        Assert.StartsWith("╭", run.OutputLines[1], StringComparison.Ordinal);
        // Each currency's sums stand on one line, though names of accounts are broken.
        Assert.Equal(4, run.OutputLines.SkipWhile(line => !line.StartsWith("│ total", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('│')).Count());
        Assert.Contains(run.OutputLines, line => line.StartsWith("account Account (USD) 417971020: as of ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terminal_GetsColours()
    {
        var run = await RunAsync(ansi: AnsiSupport.Yes, width: 200);

        Assert.Contains('\u001b', run.Output);
    }

    [Fact]
    public async Task ControlCharactersOfAServer_DoNotReachTheTerminal()
    {
        var run = await RunAsync(session: new ScriptedSession()
            .With(ProviderTable.Cashfree, Row("pay\u001b[2Jout\n\u202e", "INR", 1m, 0m, 1m, "no\rte"))
            .Failing(ProviderTable.Gateway, new Specwright.ApiException("bad\u001b]0;title\u0007")));

        Assert.DoesNotContain(run.Output, letter => char.IsControl(letter) && letter != '\n');
        Assert.DoesNotContain('\u202e', run.Output);
        Assert.Contains("pay [2Jout", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiguresOfAnotherDay_ShowTheirDate()
    {
        var yesterday = Row("a", "INR", 1m, 0m, 1m) with { AsOf = Time.AddDays(-1) };

        var run = await RunAsync(session: new ScriptedSession().With(ProviderTable.Cashfree, yesterday));

        Assert.Contains("2026-11-19 10:00Z", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstLine_SaysThatThisIsTheSandboxAndLiveOutputDoesNot()
    {
        var run = await RunAsync();
        var live = new CommandRun { OpenSession = new ScriptedSession { IsSandbox = false }.With(ProviderTable.Cashfree).Open };
        await live.ExecuteAsync("--live");

        Assert.Equal(ReportText.SandboxLine, run.OutputLines[0]);
        Assert.DoesNotContain("SANDBOX", live.Output, StringComparison.Ordinal);
    }
}
