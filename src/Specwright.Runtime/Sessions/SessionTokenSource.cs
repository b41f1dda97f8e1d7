using Microsoft.Extensions.Logging;
using Specwright.State;

namespace Specwright.Sessions;

/// <summary>
/// One session for all callers: hands out the token held, renews it ahead of its end, once however many callers wait, and never puts an older token back.
/// </summary>
/// <remarks>Lives as long as the options it belongs to; handlers, which come and go with the connection pool, borrow it.</remarks>
public sealed class SessionTokenSource
{
    // A process that dies while it logs in blocks the others of its fleet for so long: short rather than as long as any call may take.
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    // The lease must outlast the work: with a refresh token that is exchanged twice, both processes may end up with a void one.
    private static readonly TimeSpan LongestRenewal = LeaseDuration - TimeSpan.FromSeconds(2);

    private static readonly SharedValueFormat<SessionToken> Format = new(
        static token => token.Serialize(),
        SessionToken.Deserialize,
        static token => token.ExpiresAt,
        static token => token.LocalExpiry);

    private readonly SharedValue<SessionToken> _tokens;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _renewalMargin;
    private volatile string? _rejected;

    /// <summary>What a renewal that brings its own limit, and words for it, may take at most.</summary>
    internal static TimeSpan RenewalLimit { get; } = TimeSpan.FromSeconds(25);

    /// <summary>A session; nothing is asked of the server before a token is wanted.</summary>
    /// <param name="key">From <see cref="StateKey"/>, over all that the session is bound to: base address, client id, egress.</param>
    /// <param name="store">Where processes share the token.</param>
    /// <param name="timeProvider">Clock of renewal.</param>
    /// <param name="renewalMargin">How long before its end a token is renewed.</param>
    /// <param name="logger">Gets a warning when the store fails.</param>
    public SessionTokenSource(string key, IApiStateStore store, TimeProvider timeProvider, TimeSpan renewalMargin, ILogger? logger = null)
    {
        _tokens = new SharedValue<SessionToken>(key, store, Format, timeProvider, LeaseDuration, logger);
        _timeProvider = timeProvider;
        _renewalMargin = renewalMargin;
    }

    /// <summary>A token that is good for longer than the margin.</summary>
    /// <param name="renew">Gets a new token from the server. Run once however many callers wait, and given up after 28 s, before another process of the fleet may log in.</param>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    public ValueTask<SessionToken> GetAsync(Func<CancellationToken, Task<SessionToken>> renew, CancellationToken cancellationToken = default)
        => _tokens.Held is { } held && IsGood(held)
            ? ValueTask.FromResult(held)
            : new ValueTask<SessionToken>(_tokens.ObtainAsync(IsGood, token => RenewAsync(renew, token), cancellationToken));

    /// <summary>
    /// Another token than the one the server refused. Where the session has moved on since that call was sent, that is the token held; otherwise it is renewed.
    /// </summary>
    /// <param name="rejected">The token the server refused; it is not used again.</param>
    /// <param name="renew">Gets a new token from the server. Run once however many callers wait, and given up after 28 s, before another process of the fleet may log in.</param>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    public Task<SessionToken> ReplaceAsync(SessionToken rejected, Func<CancellationToken, Task<SessionToken>> renew, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        if (_tokens.Held is null || _tokens.Held.Value == rejected.Value)
        {
            _rejected = rejected.Value;
        }
        return _tokens.ObtainAsync(token => IsGood(token) && token.Value != rejected.Value, token => RenewAsync(renew, token), cancellationToken);
    }

    /// <summary>Takes a token that an answer brought, when it ends later than the one held.</summary>
    /// <returns>Whether it was taken.</returns>
    public ValueTask<bool> OfferAsync(SessionToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Value == _rejected ? ValueTask.FromResult(false) : _tokens.OfferAsync(token, cancellationToken);
    }

    private async Task<SessionToken> RenewAsync(Func<CancellationToken, Task<SessionToken>> renew, CancellationToken cancellationToken)
    {
        using var timeLimit = new CancellationTokenSource(LongestRenewal, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        try
        {
            return await renew(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ApiException($"the login gave no session token within {LongestRenewal.TotalSeconds:0.###} s", exception);
        }
    }

    private bool IsGood(SessionToken token) => token.Value != _rejected && token.RenewAt(_renewalMargin) > _timeProvider.GetUtcNow();
}
