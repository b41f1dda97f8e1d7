using Payments.Balances;

namespace Payments.Cli;

/// <summary>The providers, connected for as long as the command runs; tokens and held balances live in it.</summary>
internal interface IBalanceSession : IAsyncDisposable
{
    bool IsSandbox { get; }

    /// <summary>Whom to ask, by <see cref="ProviderDescription.SourceName"/>.</summary>
    BalanceService Balances { get; }

    /// <summary>What is known without asking: not configured, misconfigured, out of reach.</summary>
    IReadOnlyList<ProviderAnswer> Settled { get; }
}
