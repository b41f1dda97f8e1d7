using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payments.Balances;
using Payments.Cashfree;
using Payments.Juspay;
using Payments.Sandbox;
using Specwright.State;
using Specwright.Testing;

namespace Payments.Tests.Balances;

public sealed class BalanceServiceTests : SandboxTest
{
    private ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddAllProviders(Sandbox, Clock);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static Task<BalanceReport> CollectAsync(ServiceProvider services, params string[] providers)
        => services.GetRequiredService<BalanceService>().CollectAsync(providers.Length == 0 ? null : providers);

    [Fact]
    public async Task AllFiveProvidersGiveTheCommonView()
    {
        await using var services = Services();

        var report = await CollectAsync(services);

        Assert.All(report.Providers, provider => Assert.Null(provider.Failure));
        Assert.True(report.IsComplete);
        Assert.Equal(
            [ProviderNames.Cashfree, ProviderNames.Juspay, ProviderNames.SignedGateway, ProviderNames.AccountApi, ProviderNames.HyperSdk],
            report.Providers.Select(provider => provider.Provider));
        var now = Clock.GetUtcNow();
        var cashfree = Sandbox.Cashfree.BalanceAt(now);
        Assert.Equal([(cashfree.Available, cashfree.Held, cashfree.Total, "INR")], Figures(report, ProviderNames.Cashfree));
        Assert.Equal(Sandbox.Juspay.BalancesAt(now).Select(balance => ((decimal?)balance.Total, (decimal?)null, (decimal?)balance.Total, "INR")), Figures(report, ProviderNames.Juspay));
        Assert.Equal(
            Sandbox.Account.BalancesAt(now).Select(balance => ((decimal?)balance.Available, (decimal?)balance.Held, (decimal?)balance.Total, balance.Currency)),
            Figures(report, ProviderNames.AccountApi));
        var device = Sandbox.HyperSdk.BalanceAt(now);
        Assert.Equal([(device.Available, device.Held, device.Total, "INR")], Figures(report, ProviderNames.HyperSdk));
        Assert.All(Figures(report, ProviderNames.SignedGateway), row => Assert.Equal(row.Total, row.Available + row.Held));
        Assert.All(report.Balances, balance => Assert.Null(balance.Note));
        Assert.Equal(["DUMMY IMPS", "DUMMY NEFT", "CFGEN IMPS", "CFGEN UPI"], report.Providers[1].Balances.Select(balance => balance.Account));
    }

    [Fact]
    public async Task OneProviderFailingIsOneRowWithItsReason()
    {
        Sandbox.Cashfree.Faults.Stick(SandboxFault.Respond(200, """{"status":"ERROR","subCode":"403","message":"IP not whitelisted"}"""), "getBalance");
        await using var services = Services();

        var report = await CollectAsync(services);

        Assert.Equal("getBalance: Cashfree refused the call (403: IP not whitelisted).", report.Providers[0].Failure);
        Assert.IsType<CashfreeException>(report.Providers[0].Exception);
        Assert.All(report.Providers.Skip(1), provider => Assert.True(provider.IsSuccess));
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task AReasonStaysOnOneLine()
    {
        Sandbox.Cashfree.Faults.Stick(SandboxFault.Respond(200, """{"status":"ERROR","subCode":"403","message":"a\n\u001b[31mb\u2028c\u2029d\u0085e"}"""), "getBalance");
        await using var services = Services();

        Assert.Equal("getBalance: Cashfree refused the call (403: a  [31mb c d e).", (await CollectAsync(services, ProviderNames.Cashfree)).Providers[0].Failure);
    }

    [Fact]
    public async Task AMisconfiguredProviderIsOneRowThatNamesTheSetting()
    {
        await using var services = Services(more => more.AddJuspayPayouts(options => options.ApiKey = null));

        var report = await CollectAsync(services);

        Assert.Equal("JuspayPayoutsOptions.ApiKey is not set.", report.Providers[1].Failure);
        Assert.Equal(4, report.Providers.Count(provider => provider.IsSuccess));
    }

    [Fact]
    public async Task AnUnreachableHostIsOneRow()
    {
        await using var services = Services(more => more.AddJuspayPayouts(options => options.BaseAddress = new Uri("http://127.0.0.1:1")));

        var report = await CollectAsync(services, "juspay");

        Assert.Equal("getBalance: no connection to 127.0.0.1:1.", Assert.Single(report.Providers).Failure);
    }

    [Fact]
    public async Task ASlowProviderIsOneRowAfterItsTimeAndTheOthersComeFirst()
    {
        using var gate = new Gate();
        Sandbox.Juspay.Faults.Stick(SandboxFault.HoldUntil(gate.Task));
        await using var services = Services();
        await using var answers = services.GetRequiredService<BalanceService>().StreamAsync().GetAsyncEnumerator();
        var first = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            Assert.True(await answers.MoveNextAsync());
            first.Add(answers.Current.Provider);
        }
        Assert.DoesNotContain(ProviderNames.Juspay, first);

        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await answers.MoveNextAsync());
        Assert.Equal((ProviderNames.Juspay, "No answer within 30 s."), (answers.Current.Provider, answers.Current.Failure));
        Assert.False(await answers.MoveNextAsync());
    }

    [Fact]
    public async Task ASourceThatHeedsNothingAndOneThatThrowsAreRowsToo()
    {
        var clock = new ManualTimeProvider();
        using var gate = new Gate();
        var service = new BalanceService(
            [new Source("deaf", () => gate.Task), new Source("broken", () => throw new InvalidDataException("line one\nline two"))],
            Options.Create(new BalanceServiceOptions { TimeProvider = clock, TimeoutsByProvider = { ["deaf"] = TimeSpan.FromSeconds(2) } }));
        var call = service.CollectAsync();
        await clock.TimersStartedAsync(2);
        clock.Advance(TimeSpan.FromSeconds(2));

        var report = await call;

        Assert.Equal(["No answer within 2 s.", "InvalidDataException: line one line two."], report.Providers.Select(provider => provider.Failure));
    }

    [Fact]
    public async Task OnlyTheCallersOwnCancellationThrows()
    {
        using var gate = new Gate();
        using var leaving = new CancellationTokenSource();
        var service = new BalanceService([new Source("slow", () => gate.Task)], Options.Create(new BalanceServiceOptions()));
        var call = service.CollectAsync(cancellationToken: leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task TextThatIsNoAmountIsShownAsItCame()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.BalanceText("five thousand"), "upiCheckBalance");
        await using var services = Services();

        var row = Assert.Single((await CollectAsync(services, ProviderNames.HyperSdk)).Balances);

        Assert.Null(row.Total);
        Assert.StartsWith("Not a number: five thousand", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreInTheContainerIsSharedByAllProvidersOfAFleet()
    {
        var store = new MemoryStateStore(Clock);
        await using var first = Services(more => more.AddSingleton<IApiStateStore>(store));
        await using var second = Services(more => more.AddSingleton<IApiStateStore>(store));
        Assert.True((await CollectAsync(first)).IsComplete);
        Assert.True((await CollectAsync(second)).IsComplete);

        Assert.Equal((1, 1, 1), (Sandbox.Cashfree.CallCount("authorize"), Sandbox.Account.CallCount("getSessionToken"), Sandbox.Juspay.CallCount("getBalance")));
    }

    private static List<(decimal? Available, decimal? Held, decimal? Total, string Currency)> Figures(BalanceReport report, string provider)
        => [.. report.Balances.Where(balance => balance.Provider == provider).Select(balance => (balance.Available, balance.Held, balance.Total, balance.Currency))];

    private sealed class Source(string provider, Func<Task> work) : IBalanceSource
    {
        public string Provider => provider;

        public async Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default)
        {
            await work();
            return [];
        }
    }
}
