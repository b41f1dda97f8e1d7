namespace Payments.Balances;

/// <summary>What one provider answered.</summary>
public sealed record ProviderBalances
{
    /// <summary>Name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Its accounts; empty on failure, and when it has none.</summary>
    public IReadOnlyList<AccountBalance> Balances { get; init; } = [];

    /// <summary>Why there are none, in one sentence without secrets; null on success.</summary>
    public string? Failure { get; init; }

    /// <summary>What was thrown; null on success and when time ran out.</summary>
    public Exception? Exception { get; init; }

    /// <summary>How long the provider took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the balances are there.</summary>
    public bool IsSuccess => Failure is null;
}
