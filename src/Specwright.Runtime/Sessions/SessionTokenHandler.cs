using System.Net.Http.Headers;

namespace Specwright.Sessions;

/// <summary>
/// Sends calls under a session: puts the token on, renews it in time, and repeats a call once, with a new token, when the server says that the token is no
/// longer good. A second refusal is passed on.
/// </summary>
public abstract class SessionTokenHandler : DelegatingHandler
{
    /// <summary>The session, shared by all handlers of the same options.</summary>
    protected abstract ValueTask<SessionTokenSource> GetSessionAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Whether the call runs under the session. The call that obtains the token does not.</summary>
    protected abstract bool NeedsSession(HttpRequestMessage request);

    /// <summary>Obtains a new token from the server, over <see cref="CreateInnerClient"/>.</summary>
    /// <exception cref="Exception">Reaches every caller who waits for the token.</exception>
    protected abstract Task<SessionToken> LogInAsync(CancellationToken cancellationToken);

    /// <summary>Whether the answer says that the token is no longer good and the call was not carried out.</summary>
    protected abstract ValueTask<bool> IsRefusedAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>Puts the token on the request: <c>Authorization: Bearer …</c> unless overridden.</summary>
    protected virtual void Apply(HttpRequestMessage request, SessionToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(token);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
    }

    /// <summary>Sees every answer to a call under the session, refusals too, before anything else happens with it.</summary>
    protected virtual ValueTask OnAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Sees an answer that refuses a token just obtained. Returns it, or throws what explains it better.</summary>
    protected virtual ValueTask<HttpResponseMessage> OnRefusedAgainAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
        => ValueTask.FromResult(response);

    /// <summary>
    /// A client whose calls go to the inner handlers: for the login, which so takes the same way out as the calls that follow it. Disposing it leaves them alone.
    /// </summary>
    /// <param name="outer">Stands between the client and the inner handlers; null for none.</param>
    protected HttpClient CreateInnerClient(DelegatingHandler? outer = null)
    {
        HttpMessageHandler inner = new InnerSender(this);
        if (outer is not null)
        {
            outer.InnerHandler = inner;
            inner = outer;
        }
        return new HttpClient(inner, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!NeedsSession(request))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var source = await GetSessionAsync(request, cancellationToken).ConfigureAwait(false);
        var token = await source.GetAsync(LogInForUseAsync, cancellationToken).ConfigureAwait(false);
        await RequestCopy.MakeRepeatableAsync(request).ConfigureAwait(false);
        Apply(request, token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await OnAnswerAsync(response, cancellationToken).ConfigureAwait(false);
        if (!await IsRefusedAsync(request, response, cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        response.Dispose();
        var newToken = await source.ReplaceAsync(token, LogInForUseAsync, cancellationToken).ConfigureAwait(false);
        var repeat = RequestCopy.Of(request);
        Apply(repeat, newToken);
        response = await base.SendAsync(repeat, cancellationToken).ConfigureAwait(false);
        await OnAnswerAsync(response, cancellationToken).ConfigureAwait(false);
        return await IsRefusedAsync(repeat, response, cancellationToken).ConfigureAwait(false)
            ? await OnRefusedAgainAsync(repeat, response, cancellationToken).ConfigureAwait(false)
            : response;
    }

    // A token that no field can carry would be held, and fail every call before it is sent, until its end.
    private async Task<SessionToken> LogInForUseAsync(CancellationToken cancellationToken)
        => await LogInAsync(cancellationToken).ConfigureAwait(false) is var token && RequestFields.IsSafe(token.Value)
            ? token
            : throw new ApiException("the login answered a token with a character that a header field cannot carry");

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

    private sealed class InnerSender(SessionTokenHandler owner) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => owner.SendInnerAsync(request, cancellationToken);
    }
}
