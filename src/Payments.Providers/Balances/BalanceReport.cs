namespace Payments.Balances;

/// <summary>The balances of all providers asked.</summary>
/// <param name="CollectedAt">When the asking began.</param>
/// <param name="Providers">One entry per provider asked, in the order of registration; a failure is an entry too.</param>
public sealed record BalanceReport(DateTimeOffset CollectedAt, IReadOnlyList<ProviderBalances> Providers)
{
    /// <summary>All accounts of the providers that answered.</summary>
    public IEnumerable<AccountBalance> Balances => Providers.SelectMany(static provider => provider.Balances);

    /// <summary>Whether every provider answered.</summary>
    public bool IsComplete => Providers.All(static provider => provider.IsSuccess);
}
