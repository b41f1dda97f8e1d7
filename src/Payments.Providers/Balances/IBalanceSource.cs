namespace Payments.Balances;

/// <summary>A provider's balances in the common view.</summary>
public interface IBalanceSource
{
    /// <summary>Name of the provider, such as <c>Cashfree</c>.</summary>
    string Provider { get; }

    /// <summary>All accounts, in the provider's order; empty when it has none.</summary>
    /// <exception cref="Exception">Whatever went wrong: bad settings, no connection, a refusal.</exception>
    Task<IReadOnlyList<AccountBalance>> GetBalancesAsync(CancellationToken cancellationToken = default);
}
