namespace Payments.Cli;

/// <summary>One provider to be asked, or the answer that stands without asking.</summary>
/// <param name="Provider">Who is asked.</param>
/// <param name="Ask">Asks once; throws what went wrong.</param>
internal sealed record BalanceInquiry(ProviderDescription Provider, Func<CancellationToken, Task<IReadOnlyList<AccountRow>>> Ask)
{
    /// <summary>Known beforehand: not configured, misconfigured, out of reach.</summary>
    public static BalanceInquiry Settled(ProviderDescription provider, ProviderAnswer answer) => new(provider, _ => throw new InvalidOperationException())
    {
        Answer = answer,
    };

    /// <summary>Set when there is nothing to ask.</summary>
    public ProviderAnswer? Answer { get; private init; }
}
