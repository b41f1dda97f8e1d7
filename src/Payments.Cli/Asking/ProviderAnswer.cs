using Payments.Balances;

namespace Payments.Cli;

/// <summary>What came of one provider.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="State">How it went.</param>
internal sealed record ProviderAnswer(string Provider, AnswerState State)
{
    /// <summary>In the provider's order; empty unless answered.</summary>
    public IReadOnlyList<AccountBalance> Accounts { get; init; } = [];

    /// <summary>One sentence; null when answered.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of the settings that are not set.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether the exit code has to tell of it.</summary>
    public bool IsFailure { get; init; }

    public static ProviderAnswer Of(string provider, IReadOnlyList<AccountBalance> accounts) => new(provider, AnswerState.Answered) { Accounts = accounts };

    public static ProviderAnswer Failure(string provider, string reason) =>
        new(provider, AnswerState.Failed) { Reason = reason, IsFailure = true };
}
