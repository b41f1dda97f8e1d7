using Payments.Balances;

namespace Payments.Cli;

/// <summary>Asks everybody once.</summary>
internal sealed class BalanceRound(IBalanceSession session, FailureReasons reasons, TimeProvider timeProvider)
{
    /// <summary>Names of those who are asked.</summary>
    public IReadOnlyList<string> Asked { get; } = [.. session.Balances.Providers.Select(ProviderTable.NameOf)];

    /// <param name="answered">Called with each provider's name when it is done.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    public async Task<BalanceSnapshot> AskAsync(Action<string> answered, CancellationToken cancellationToken)
    {
        var answers = session.Settled.ToList();
        await foreach (var result in session.Balances.StreamAsync(cancellationToken: cancellationToken).WithCancellation(cancellationToken))
        {
            var answer = AnswerOf(result);
            answers.Add(answer);
            answered(answer.Provider);
        }
        return new BalanceSnapshot(session.IsSandbox, timeProvider.GetUtcNow(), [.. answers.OrderBy(answer => ProviderTable.PlaceOf(answer.Provider))]);
    }

    private ProviderAnswer AnswerOf(ProviderBalances result)
    {
        var provider = ProviderTable.NameOf(result.Provider);
        return result.Failure is { } failure
            ? ProviderAnswer.Failure(provider, reasons.Of(provider, failure, result.Exception))
            : ProviderAnswer.Of(provider, result.Balances);
    }
}
