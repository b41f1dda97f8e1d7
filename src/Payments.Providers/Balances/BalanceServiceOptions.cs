namespace Payments.Balances;

/// <summary>How balances are collected.</summary>
public sealed class BalanceServiceOptions
{
    /// <summary>How long one provider may take; then its row says so. 30 seconds unless set.</summary>
    public TimeSpan ProviderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Providers that may take longer, by name: a person enters a PIN for the Hyper SDK.</summary>
    public IDictionary<string, TimeSpan> TimeoutsByProvider { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Clock of timeouts and durations.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
