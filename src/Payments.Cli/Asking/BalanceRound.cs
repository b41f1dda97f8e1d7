namespace Payments.Cli;

/// <summary>Asks all providers side by side; each failure becomes that provider's answer.</summary>
internal sealed class BalanceRound(TimeSpan timeout, TimeProvider timeProvider, FailureReasons reasons)
{
    /// <param name="inquiries">Whom to ask.</param>
    /// <param name="answered">Called with each provider's name as it is done, from any thread.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>The answers in the order of the inquiries.</returns>
    public async Task<IReadOnlyList<ProviderAnswer>> AskAsync(
        IReadOnlyList<BalanceInquiry> inquiries, Action<string> answered, CancellationToken cancellationToken) =>
        await Task.WhenAll(inquiries.Select(async inquiry =>
        {
            var answer = inquiry.Answer ?? await AskAsync(inquiry, cancellationToken);
            answered(inquiry.Provider.Name);
            return answer;
        }));

    private async Task<ProviderAnswer> AskAsync(BalanceInquiry inquiry, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // WaitAsync: a provider that ignores its token must not hold up the table.
            var accounts = await Task.Run(() => inquiry.Ask(either.Token), either.Token).WaitAsync(either.Token);
            return ProviderAnswer.Of(inquiry.Provider.Name, accounts);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return ProviderAnswer.Failure(inquiry.Provider.Name, reasons.TimedOut(timeout));
        }
        // One provider failing, however it fails, is one row.
        catch (Exception exception)
        {
            return ProviderAnswer.Failure(inquiry.Provider.Name, reasons.Of(inquiry.Provider, exception));
        }
    }
}
