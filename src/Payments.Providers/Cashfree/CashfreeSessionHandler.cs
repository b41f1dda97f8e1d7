using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Specwright;
using Specwright.Sessions;

namespace Payments.Cashfree;

/// <summary>Obtains the bearer token from the authorize call, shares and renews it, and repeats a call once when the server says that the token is not valid.</summary>
internal sealed class CashfreeSessionHandler(CashfreePayoutsOptions options) : SessionTokenHandler
{
    // Differences of a few seconds are the answer's way and the clock's whole seconds (ASSUMED).
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private static readonly ApiOperation Authorize = new("CashfreePayouts", "authorize", HttpMethod.Post, "/payout/v1/authorize");

    // A request that is no operation of the client may go anywhere: it gets no token.
    protected override bool NeedsSession(HttpRequestMessage request)
        => ReferenceEquals(options.BearerAuth, ApiCredential.AppliedByHandler) && ApiOperation.From(request) is { } operation && operation.OperationId != Authorize.OperationId;

    protected override async ValueTask<SessionTokenSource> GetSessionAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => options.SessionFor(await ClientIdAsync(cancellationToken).ConfigureAwait(false));

    protected override async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow();
        var signature = options.SignaturePublicKeyPem is { Length: > 0 } publicKey
            ? Sign(await ClientIdAsync(cancellationToken).ConfigureAwait(false), publicKey, now)
            : null;
        // The envelope handler stands outside this one, so the login brings its own.
        using var httpClient = CreateInnerClient(new CashfreeEnvelopeHandler(options));
        var response = await new CashfreePayoutsClient(httpClient, options).AuthorizeResponseAsync(signature, cancellationToken).ConfigureAwait(false);
        if (response.Body.Data is not { Token: { Length: > 0 } token } data)
        {
            throw new ApiException("authorize: Cashfree answered SUCCESS without a token") { Operation = Authorize, StatusCode = response.StatusCode };
        }
        var received = options.TimeProvider.GetUtcNow();
        var offset = ServerClock.OffsetOf(ServerClock.ReadDate(response.Headers["Date"]), received, ClockTolerance);
        // The expiry is the truth, number or text; without one 6 minutes are counted from the receipt (pages name 6 minutes, older ones 600 seconds; fallback ASSUMED).
        var expiresAt = ReadExpiry(data.Expiry?.Text) ?? received + offset + options.FallbackTokenLifetime;
        Logger.LogDebug("Authorized; the token is good until {ExpiresAt:O} by the server's clock.", expiresAt);
        return new SessionToken(token, expiresAt, received, offset);
    }

    protected override async ValueTask<bool> IsRefusedAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // The answer to "is this token good" is an answer, not a refusal.
        if (ApiOperation.From(request)?.OperationId == "verifyToken")
        {
            return false;
        }
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (!isWhole || CashfreeEnvelope.Read(bytes, (int)response.StatusCode) is not { } envelope)
        {
            return false;
        }
        // 412 says that no token came. That is worth a repeat only if none was sent; with a token on the request it is a fault that a repeat would not mend.
        return envelope.SaysTokenIsNotValid || (envelope.SaysTokenIsMissing && request.Headers.Authorization is null);
    }

    private ILogger Logger => options.CreateLogger("Payments.Cashfree");

    private ValueTask<string> ClientIdAsync(CancellationToken cancellationToken) => options.ClientId!.GetValueAsync(Authorize, cancellationToken);

    private static string Sign(string clientId, string publicKey, DateTimeOffset now)
    {
        try
        {
            return CashfreeSignature.Create(clientId, publicKey, now);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new ApiConfigurationException($"{nameof(CashfreePayoutsOptions)}.{nameof(CashfreePayoutsOptions.SignaturePublicKeyPem)} is no RSA public key in PEM form.", exception);
        }
    }

    private static DateTimeOffset? ReadExpiry(string? text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
