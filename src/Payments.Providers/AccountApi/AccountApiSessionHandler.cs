using System.Net;
using Microsoft.Extensions.Logging;
using Specwright;
using Specwright.Sessions;

namespace Payments.AccountApi;

/// <summary>
/// Logs in with a JWT, shares the session token, takes a newer one from the <c>x-refresh-token</c> of any answer, and logs in once more, and repeats the call once, on 401. The 401 came before
/// the call was carried out, so a single repeat is safe for every method (ASSUMED).
/// </summary>
internal sealed class AccountApiSessionHandler(AccountApiOptions options) : SessionTokenHandler
{
    private const string RefreshField = "x-refresh-token";
    private const string LogInOperation = "getSessionToken";
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    // A request that is no operation of the client may go anywhere: it gets no token.
    protected override bool NeedsSession(HttpRequestMessage request)
        => ReferenceEquals(options.SessionToken, ApiCredential.AppliedByHandler) && ApiOperation.From(request) is { } operation && operation.OperationId != LogInOperation;

    protected override ValueTask<SessionTokenSource> GetSessionAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(options.Session);

    protected override async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        // The envelope handler stands outside this one, so the login brings its own. A 401 here is final.
        using var httpClient = CreateInnerClient(new AccountApiEnvelopeHandler(options));
        var response = await new AccountApiClient(httpClient, options).GetSessionTokenResponseAsync(cancellationToken).ConfigureAwait(false);
        if (response.Body.ResponseData?.SessionToken is not { Length: > 0 } token)
        {
            throw new ApiException($"{LogInOperation}: the answer holds no session token") { StatusCode = response.StatusCode };
        }
        var session = Read(token, ServerClock.ReadDate(response.Headers["Date"]));
        options.CreateLogger("Payments.AccountApi").LogDebug("Logged in; the session is good until {ExpiresAt:O} by the server's clock.", session.ExpiresAt);
        return session;
    }

    protected override async ValueTask OnAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Headers.NonValidated.TryGetValues(RefreshField, out var values) && WithoutPrefix(values.ToString()) is { Length: > 0 } token
            && !token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            await options.Session.OfferAsync(Read(token, response.Headers.Date), cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async ValueTask<bool> IsRefusedAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            return true;
        }
        if (!response.IsSuccessStatusCode)
        {
            return false;
        }
        // The code in the body decides: it means the same on HTTP 200 (ASSUMED).
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        return isWhole && AccountApiEnvelope.Read(bytes)?.ResponseCode == (int)HttpStatusCode.Unauthorized;
    }

    protected override async ValueTask<HttpResponseMessage> OnRefusedAgainAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        response.Dispose();
        throw new AccountApiException(
            request,
            response,
            "the account API refuses a session just opened: login and calls may leave from different IP addresses "
            + $"(see {nameof(AccountApiOptions)}.{nameof(AccountApiOptions.LocalAddress)} and {nameof(AccountApiOptions.SessionScope)})",
            isWhole ? AccountApiEnvelope.Read(bytes) : null,
            options.SensitiveNames);
    }

    private SessionToken Read(string token, DateTimeOffset? serverTime)
    {
        var received = options.TimeProvider.GetUtcNow();
        var offset = ServerClock.OffsetOf(serverTime, received, ClockTolerance);
        return new SessionToken(token, SessionTokenClaims.ReadExpiry(token) ?? received + offset + options.FallbackTokenLifetime, received, offset);
    }

    private static string WithoutPrefix(string value)
    {
        var token = value.Trim();
        return token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token["Bearer ".Length..].Trim() : token;
    }
}
