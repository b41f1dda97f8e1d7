using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>Stands in for Cashfree Payouts v1: <c>authorize</c>, <c>verifyToken</c>, <c>getBalance</c> and <c>getBalanceV12</c>.</summary>
public sealed class CashfreeSandbox : ProviderSandbox
{
    internal const string ProviderName = "cashfree";

    private readonly CashfreeSandboxOptions _options;
    private readonly BearerTokens _tokens = new();
    private readonly CashfreeSignature _signature;
    private readonly BalanceCurve _balance;

    internal CashfreeSandbox(CashfreeSandboxOptions options, int seed, TimeProvider timeProvider)
        : base(ProviderName, timeProvider)
    {
        _options = options;
        _signature = new CashfreeSignature(options);
        _balance = new BalanceCurve(seed, "cashfree", "INR", 214_735.50m);
        Operations =
        [
            new("authorize", "POST", "/payout/v1/authorize", Authorize) { IsLogin = true },
            new("verifyToken", "POST", "/payout/v1/verifyToken", VerifyToken),
            new("getBalance", "GET", "/payout/v1/getBalance", GetBalance),
            new("getBalanceV12", "GET", "/payout/v1.2/getBalance", GetBalance),
        ];
    }

    /// <summary>Public key (PEM, SubjectPublicKeyInfo) to encrypt <c>X-Cf-Signature</c> with, as the dashboard would offer it.</summary>
    public string SignaturePublicKeyPem => _signature.PublicKeyPem;

    internal override IReadOnlyList<SandboxOperation> Operations { get; }

    /// <summary>The figures <c>getBalance</c> answers at that time: Total is <c>balance</c>, Available is <c>availableBalance</c>.</summary>
    public SandboxBalance BalanceAt(DateTimeOffset time) => _balance.At(time);

    internal override void ExpireTokens() => _tokens.Clear();

    internal override SandboxReply Failure(int status, string message) => Envelope(status, "ERROR", status, message);

    internal override SandboxReply Complete(SandboxExchange exchange, SandboxReply reply) =>
        reply.WithHeader("X-Request-Id", Guid.NewGuid().ToString());

    private SandboxReply Authorize(SandboxExchange exchange)
    {
        var request = exchange.Request;
        if (!SecretText.Matches(request.Header("X-Client-Id"), _options.ClientId)
            || !SecretText.Matches(request.Header("X-Client-Secret"), _options.ClientSecret))
        {
            return Refuse(401, "Invalid clientId and clientSecret combination");
        }

        var signature = request.Header("X-Cf-Signature");
        if (signature is null && _options.RequireSignature)
        {
            return Refuse(403, "IP not whitelisted");
        }
        if (signature is not null && !_signature.IsGood(signature, Now))
        {
            return Refuse(403, "Signature is not valid");
        }

        // The reply counts in whole seconds, so the token dies on a whole second too.
        var expiry = (Now + _options.TokenLifetime).ToUnixTimeSeconds();
        var token = "eyJ0eXAiOiJKV1QifQ." + RandomNumberGenerator.GetHexString(48, lowercase: true);
        _tokens.Add(token, new BearerToken(expiry, request.RemoteAddress));
        return Envelope(200, "SUCCESS", 200, "Token generated", json =>
        {
            json.WriteString("token", token);
            json.WriteNumber("expiry", expiry);
        });
    }

    private SandboxReply VerifyToken(SandboxExchange exchange) =>
        // A missing token is "not valid" here (verifyToken's own page), not sub-code 412.
        IsGoodToken(exchange.Request, out _) ? Envelope(200, "SUCCESS", 200, "Token is valid") : Refuse(403, "Token is not valid");

    private SandboxReply GetBalance(SandboxExchange exchange)
    {
        // The published description makes Content-Type a required header of this GET and answers 400 with an empty object.
        if (!MediaTypeHeaderValue.TryParse(exchange.Request.Header("Content-Type"), out var type)
            || !string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return SandboxReply.Text(400, "application/json", "{}");
        }
        if (!IsGoodToken(exchange.Request, out var isMissing))
        {
            return isMissing ? Refuse(412, "Token missing in the request") : Refuse(403, "Token is not valid");
        }

        var balance = _balance.At(Now);
        return Envelope(200, "SUCCESS", 200, "Ledger balance for the account", json =>
        {
            json.WriteString("balance", Money.TwoPlaces(balance.Total));
            json.WriteString("availableBalance", Money.TwoPlaces(balance.Available));
        });
    }

    private bool IsGoodToken(SandboxRequest request, out bool isMissing)
    {
        isMissing = !AuthenticationHeaderValue.TryParse(request.Header("Authorization"), out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter);
        // A token belongs to the address that asked for it (sister product's page).
        return !isMissing
            && _tokens.TryGet(header!.Parameter!, out var token)
            && Now.ToUnixTimeSeconds() < token.Expiry
            && token.RemoteAddress.Equals(request.RemoteAddress);
    }

    private SandboxReply Refuse(int subCode, string message) =>
        Envelope(_options.HttpStatusFollowsSubCode ? subCode : 200, "ERROR", subCode, message);

    private static SandboxReply Envelope(int httpStatus, string status, int subCode, string message, Action<Utf8JsonWriter>? data = null) =>
        SandboxReply.Json(httpStatus, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            json.WriteString("subCode", subCode.ToString(CultureInfo.InvariantCulture));
            json.WriteString("message", message);
            if (data is not null)
            {
                json.WriteStartObject("data");
                data(json);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        });
}
