using Specwright.Sessions;

namespace Specwright;

/// <summary>The shared access token of one client and its scopes.</summary>
internal sealed class AccessTokenSource(SessionTokenSource tokens, TokenEndpoint endpoint)
{
    /// <param name="refused">The token that the server refused; null: none was.</param>
    /// <param name="send">Sends to the wire.</param>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    /// <exception cref="ApiException">The token endpoint gave none.</exception>
    public ValueTask<SessionToken> GetAsync(SessionToken? refused, Sending send, CancellationToken cancellationToken)
        => refused is null
            ? tokens.GetAsync(token => endpoint.RequestAsync(send, token), cancellationToken)
            : new(tokens.ReplaceAsync(refused, token => endpoint.RequestAsync(send, token), cancellationToken));
}

/// <summary>The way to the wire, inside all handlers.</summary>
internal delegate Task<HttpResponseMessage> Sending(HttpRequestMessage request, CancellationToken cancellationToken);
