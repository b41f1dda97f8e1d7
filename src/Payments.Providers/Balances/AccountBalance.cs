namespace Payments.Balances;

/// <summary>One account of one provider, in the words common to all of them. Amounts are in major units.</summary>
public sealed record AccountBalance
{
    /// <summary>Name of the provider, such as <c>Cashfree</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>What tells this account from the provider's others.</summary>
    public required string Account { get; init; }

    /// <summary>ISO 4217 code, or the provider's own for what has none.</summary>
    public required string Currency { get; init; }

    /// <summary>Usable now; null where the provider does not say.</summary>
    public decimal? Available { get; init; }

    /// <summary>There, but not usable now; null where the provider does not say.</summary>
    public decimal? Held { get; init; }

    /// <summary>Available and held together; null where the provider does not say.</summary>
    public decimal? Total { get; init; }

    /// <summary>When the figure was right: the provider's own statement, or else when it was received.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What a reader of the figure has to know, such as text that could not be read as a number; null mostly.</summary>
    public string? Note { get; init; }
}
