namespace Payments.Cli;

/// <summary>Providers whose answers a test writes down.</summary>
internal sealed class ScriptedSession : IBalanceSession
{
    private readonly List<BalanceInquiry> _inquiries = [];

    public bool IsSandbox { get; init; } = true;

    public IReadOnlyList<BalanceInquiry> Inquiries => _inquiries;

    public OpenBalanceSession Open => (_, _, _, _, _) => Task.FromResult<IBalanceSession>(this);

    public ScriptedSession With(ProviderDescription provider, params AccountRow[] rows) =>
        Asking(provider, _ => Task.FromResult<IReadOnlyList<AccountRow>>(rows));

    public ScriptedSession Failing(ProviderDescription provider, Exception exception) =>
        Asking(provider, _ => Task.FromException<IReadOnlyList<AccountRow>>(exception));

    public ScriptedSession Asking(ProviderDescription provider, Func<CancellationToken, Task<IReadOnlyList<AccountRow>>> ask)
    {
        _inquiries.Add(new BalanceInquiry(provider, ask));
        return this;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
