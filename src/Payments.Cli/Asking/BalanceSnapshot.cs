namespace Payments.Cli;

/// <summary>One round: what all providers said.</summary>
/// <param name="IsSandbox">Whether the figures are simulated.</param>
/// <param name="TakenAt">When the last answer was in.</param>
/// <param name="Providers">In the order of <see cref="ProviderTable.All"/>.</param>
internal sealed record BalanceSnapshot(bool IsSandbox, DateTimeOffset TakenAt, IReadOnlyList<ProviderAnswer> Providers)
{
    /// <summary>One sum per currency, ordered by code.</summary>
    public IReadOnlyList<CurrencyTotal> Totals { get; } = CurrencyTotal.Of(Providers.SelectMany(provider => provider.Accounts));

    public bool HasFailures => Providers.Any(provider => provider.IsFailure);
}
