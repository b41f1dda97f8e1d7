using System.Globalization;
using System.Text.Json;
using Payments.Sandbox;

namespace Payments.Cli;

public sealed class SandboxRunTests
{
    private readonly ManualTime _time = new();

    public static TheoryData<string> Faults => ["500", "429", "html", "truncated", "cut", "reset"];

    [Fact]
    public async Task WithoutAnArgument_AllFiveAnswerAndStandardErrorStaysEmpty()
    {
        var run = new CommandRun();

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync());

        Assert.Equal(
            ProviderTable.All.Select(provider => provider.Name),
            run.OutputLines.Where(line => line.StartsWith('│')).Skip(1).Select(line => line.Split('│')[1].Trim()).TakeWhile(name => name != "total").Distinct());
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Figures_AreTheSandboxsOwnToTheLastDigit()
    {
        PaymentsSandbox? sandbox = null;
        var run = SandboxRun.With(_time, started => sandbox = started);

        await run.ExecuteAsync("--json", "--seed", "7");

        var now = _time.GetUtcNow();
        var expected = new Dictionary<string, IReadOnlyList<SandboxBalance>>
        {
            ["cashfree"] = [sandbox!.Cashfree.BalanceAt(now)],
            ["juspay"] = sandbox.Juspay.BalancesAt(now),
            ["gateway"] = sandbox.Gateway.BalancesAt(now),
            ["account"] = sandbox.Account.BalancesAt(now),
            ["hyper-sdk"] = [sandbox.HyperSdk.BalanceAt(now)],
        };
        using var document = JsonDocument.Parse(run.Output);
        foreach (var provider in document.RootElement.GetProperty("providers").EnumerateArray())
        {
            var name = provider.GetProperty("provider").GetString()!;
            Assert.Equal(
                expected[name].OrderBy(balance => balance.Total).Select(balance => Figures(name, balance)),
                provider.GetProperty("accounts").EnumerateArray().OrderBy(account => Amount(account, "total")).Select(Figures));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ProviderThatFails_IsOneRowWithItsReasonAndTheOthersStay(string fault)
    {
        var run = SandboxRun.With(_time, sandbox => sandbox.Cashfree.Faults.Stick(FaultOf(fault)));

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync());

        var row = Assert.Single(run.OutputLines, line => line.StartsWith("│ cashfree ", StringComparison.Ordinal));
        var note = row.Split('│')[^2].Trim();
        Assert.StartsWith("failed: ", note, StringComparison.Ordinal);
        Assert.InRange(note.Length, "failed: ".Length + 10, 450);
        Assert.Contains("Not in the totals: cashfree.", run.OutputLines);
        Assert.Contains("│ juspay ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GatewayAnswerWithAWrongSignature_IsNotShownAsMoney()
    {
        var run = SandboxRun.With(_time, sandbox => sandbox.Gateway.Faults.Stick(SandboxFault.WrongSignature));

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--provider", "gateway"));

        Assert.Contains("signature", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("USD", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyNamedProviders_AreAsked()
    {
        PaymentsSandbox? sandbox = null;
        var run = SandboxRun.With(_time, started => sandbox = started);

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync("--provider", "account", "--provider", "CASHFREE", "--json"));

        Assert.Equal(["cashfree", "account"], Providers(run));
        Assert.Empty(sandbox!.Juspay.Requests);
        Assert.Empty(sandbox.Gateway.Requests);
        Assert.Empty(sandbox.HyperSdk.Calls);
    }

    [Fact]
    public async Task ReadmesJsonCommand_PrintsTheTwoProviders()
    {
        var run = new CommandRun();

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync("--json", "--provider", "cashfree", "--provider", "juspay"));

        Assert.Equal(["cashfree", "juspay"], Providers(run));
    }

    [Fact]
    public async Task EqualSeeds_GiveEqualFiguresAndOtherSeedsOthers()
    {
        var outputs = new List<string>();
        foreach (var seed in new[] { "3", "3", "4" })
        {
            var run = SandboxRun.With(_time);
            await run.ExecuteAsync("--seed", seed);
            outputs.Add(run.Output);
        }

        Assert.Equal(outputs[0], outputs[1]);
        Assert.NotEqual(outputs[0], outputs[2]);
    }

    [Fact]
    public async Task Watch_AsksJuspayOnceInThirtyMinutesAndTheOthersEveryRound()
    {
        PaymentsSandbox? sandbox = null;
        using var interrupt = new CancellationTokenSource();
        var run = SandboxRun.With(_time, started => sandbox = started);
        // Not 10 minutes sharp: a client's own timeout has that length, and the clock tells timers apart by theirs.
        var pause = TimeSpan.FromSeconds(601);

        var running = run.ExecuteAsync(interrupt.Token, "--watch", "601", "--json");
        var juspayCalls = new List<int>();
        for (var round = 1; round <= 5; round++)
        {
            await _time.TimerOfAsync(pause);
            Assert.Equal(round, sandbox!.Gateway.CallCount("queryBalance"));
            juspayCalls.Add(sandbox.Juspay.CallCount("getBalance"));
            if (round < 5)
            {
                _time.Advance(pause);
            }
        }
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await running);
        // Rounds at about 0, 10, 20, 30 and 40 minutes.
        Assert.Equal([1, 1, 1, 2, 2], juspayCalls);
        Assert.Equal(5, run.OutputLines.Count);
    }

    [Fact]
    public async Task SandboxsSecrets_AppearNowhereEvenWhenEverythingFailsAndLogsAreOn()
    {
        string[] secrets =
        [
            SandboxCredentials.CashfreeClientSecret, SandboxCredentials.JuspayApiKey,
            SandboxCredentials.GatewayAppSecret, SandboxCredentials.AccountClientSecret,
        ];
        var run = SandboxRun.With(_time, sandbox =>
        {
            foreach (var provider in sandbox.Providers)
            {
                provider.Faults.Stick(SandboxFault.InternalServerError);
            }
        });

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--verbose"));

        Assert.NotEmpty(run.Error);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, run.Everything, StringComparison.Ordinal));
    }

    private static SandboxFault FaultOf(string name) => name switch
    {
        "500" => SandboxFault.InternalServerError,
        "429" => SandboxFault.TooManyRequests(TimeSpan.FromSeconds(30)),
        "html" => SandboxFault.HtmlErrorPage,
        "truncated" => SandboxFault.TruncatedBody,
        "cut" => SandboxFault.CutJson,
        _ => SandboxFault.ConnectionReset,
    };

    private static IEnumerable<string?> Providers(CommandRun run)
    {
        using var document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("providers").EnumerateArray().Select(provider => provider.GetProperty("provider").GetString())];
    }

    // Juspay names one figure, which is shown as total and as available; what is held it does not say.
    private static string Figures(string provider, SandboxBalance balance)
    {
        var (available, held) = provider == "juspay" ? (balance.Total, (decimal?)null) : (balance.Available, balance.Held);
        return string.Create(CultureInfo.InvariantCulture, $"{balance.Currency} {available} {held} {balance.Total}");
    }

    private static string Figures(JsonElement account) => string.Create(
        CultureInfo.InvariantCulture,
        $"{account.GetProperty("currency")} {Amount(account, "available")} {Amount(account, "held")} {Amount(account, "total")}");

    private static decimal? Amount(JsonElement account, string name) =>
        account.GetProperty(name).GetString() is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
