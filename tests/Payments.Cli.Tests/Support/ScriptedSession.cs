using Microsoft.Extensions.Options;
using Payments.Balances;

namespace Payments.Cli;

/// <summary>Providers whose answers a test writes down.</summary>
internal sealed class ScriptedSession : IBalanceSession
{
    private readonly List<IBalanceSource> _sources = [];
    private BalanceService? _balances;

    public bool IsSandbox { get; init; } = true;

    public BalanceService Balances => _balances!;

    public IReadOnlyList<ProviderAnswer> Settled => [];

    public OpenBalanceSession Open => (options, _, timeProvider, _, _) =>
    {
        _balances = new BalanceService(_sources, Options.Create(new BalanceServiceOptions { ProviderTimeout = options.Timeout, TimeProvider = timeProvider }));
        return Task.FromResult<IBalanceSession>(this);
    };

    public ScriptedSession With(ProviderDescription provider, params AccountBalance[] rows) =>
        Asking(provider, _ => Task.FromResult<IReadOnlyList<AccountBalance>>(rows));

    public ScriptedSession Failing(ProviderDescription provider, Exception exception) =>
        Asking(provider, _ => Task.FromException<IReadOnlyList<AccountBalance>>(exception));

    public ScriptedSession Asking(ProviderDescription provider, Func<CancellationToken, Task<IReadOnlyList<AccountBalance>>> ask)
    {
        _sources.Add(new Source(provider.SourceName, ask));
        return this;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Source(string provider, Func<CancellationToken, Task<IReadOnlyList<AccountBalance>>> ask) : IBalanceSource
    {
        public string Provider => provider;

        public Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken) => ask(cancellationToken);
    }
}
