namespace Payments.Balances;

/// <summary>How balances are collected.</summary>
public sealed class BalanceServiceOptions
{
    /// <summary>How long one provider may take; then its row says so. 30 seconds unless set.</summary>
    public TimeSpan ProviderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Limits of single providers, by name. Starts with 200 seconds for the Hyper SDK, where a person enters a PIN: a little more than one of its actions may take.</summary>
    public IDictionary<string, TimeSpan> TimeoutsByProvider { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase)
    {
        [ProviderNames.HyperSdk] = TimeSpan.FromSeconds(200),
    };

    /// <summary>Clock of timeouts and durations.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
