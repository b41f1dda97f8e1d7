using Specwright;

namespace Payments.Juspay;

public partial interface IJuspayPayoutsClient
{
    /// <summary>The balances by a new call, whatever is held.</summary>
    /// <remarks>
    /// What it costs: the server holds each figure for 30 minutes itself, so that within that time the call mostly brings the same figures, and it counts among the calls that the provider asks not to make at the same
    /// time: a call under way is joined rather than run beside. Worth it after the provider was asked, outside this API, to renew its figures. The new answer is held from then on.
    /// </remarks>
    /// <param name="cancellationToken">Ends this caller's waiting.</param>
    /// <exception cref="ApiException">As for the plain call; the answer held before stays.</exception>
    Task<IReadOnlyDictionary<string, GatewayBalance>> RefreshBalancesAsync(CancellationToken cancellationToken = default);
}

public sealed partial class JuspayPayoutsClient
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, GatewayBalance>> RefreshBalancesAsync(CancellationToken cancellationToken = default)
        => BalanceHoldHandler.RefreshAsync(() => GetBalanceAsync(cancellationToken: cancellationToken));
}
