using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Payments.Balances;

/// <summary>Asks all providers at the same time. One that fails, is slow or is set up wrongly is an entry with its reason, never the end of the rest.</summary>
/// <param name="sources">The providers.</param>
/// <param name="options">How long each may take.</param>
public sealed class BalanceService(IEnumerable<IBalanceSource> sources, IOptions<BalanceServiceOptions> options)
{
    // What a timer can count.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly IReadOnlyList<IBalanceSource> _sources = [.. sources];
    private readonly BalanceServiceOptions _options = options.Value;

    /// <summary>Names of the providers, in the order of registration.</summary>
    public IReadOnlyList<string> Providers => [.. _sources.Select(static source => source.Provider)];

    /// <summary>The balances of all providers, or of those named.</summary>
    /// <param name="providers">Names, compared without case; null for all. A name no provider has is passed over.</param>
    /// <param name="cancellationToken">Ends everything; the only way that this call throws.</param>
    public async Task<BalanceReport> CollectAsync(IReadOnlyCollection<string>? providers = null, CancellationToken cancellationToken = default)
    {
        var start = _options.TimeProvider.GetUtcNow();
        return new BalanceReport(start, await Task.WhenAll(Start(providers, cancellationToken)).ConfigureAwait(false));
    }

    /// <summary>As <see cref="CollectAsync"/>, each provider as soon as it has answered.</summary>
    /// <param name="providers">Names, compared without case; null for all.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async IAsyncEnumerable<ProviderBalances> StreamAsync(
        IReadOnlyCollection<string>? providers = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pending = Start(providers, cancellationToken).ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending).ConfigureAwait(false);
            pending.Remove(done);
            yield return await done.ConfigureAwait(false);
        }
    }

    private Task<ProviderBalances>[] Start(IReadOnlyCollection<string>? providers, CancellationToken cancellationToken)
        => [.. _sources
            .Where(source => providers is null || providers.Contains(source.Provider, StringComparer.OrdinalIgnoreCase))
            .Select(source => Task.Run(() => AskAsync(source, cancellationToken), cancellationToken))];

    private async Task<ProviderBalances> AskAsync(IBalanceSource source, CancellationToken cancellationToken)
    {
        var clock = _options.TimeProvider;
        var start = clock.GetTimestamp();
        var limit = _options.TimeoutsByProvider.TryGetValue(source.Provider, out var own) ? own : _options.ProviderTimeout;
        if (limit != Timeout.InfiniteTimeSpan && (limit < TimeSpan.Zero || limit > LongestLimit))
        {
            return Failed($"The provider's time limit in {nameof(BalanceServiceOptions)} is negative or longer than a timer runs.", null);
        }
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // Waiting ends on time even if the source does not heed its token.
            var balances = await source.GetBalancesAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            return new ProviderBalances { Provider = source.Provider, Balances = balances, Elapsed = clock.GetElapsedTime(start) };
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return Failed($"No answer within {seconds} s.", null);
        }
        // Whatever a provider throws is its row: this is the one place where nothing may pass.
        catch (Exception exception)
        {
            return Failed(FailureReason.Of(exception), exception);
        }

        ProviderBalances Failed(string reason, Exception? exception)
            => new() { Provider = source.Provider, Failure = reason, Exception = exception, Elapsed = clock.GetElapsedTime(start) };
    }
}
