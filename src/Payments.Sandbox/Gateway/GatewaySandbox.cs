using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>
/// Stands in for the signed gateway: <c>queryBalance</c>, <c>createPayment</c>, <c>queryPayment</c>, <c>createPayout</c>, <c>queryPayout</c>.
/// Every request must be signed over its exact bytes and address; every answer of an authenticated call is signed in turn.
/// </summary>
/// <remarks>
/// The gateway's code table is not public: codes other than <c>OK</c> are the sandbox's own, refused credentials come with HTTP 401,
/// refused contents with HTTP 200 (assumed).
/// </remarks>
public sealed class GatewaySandbox : ProviderSandbox
{
    internal const string ProviderName = "gateway";

    private readonly GatewaySandboxOptions _options;
    private readonly NonceMemory _nonces = new();
    private readonly GatewayOrders _orders;
    private readonly IReadOnlyList<BalanceCurve> _balances;

    internal GatewaySandbox(GatewaySandboxOptions options, int seed, TimeProvider timeProvider)
        : base(ProviderName, timeProvider)
    {
        _options = options;
        _orders = new GatewayOrders(timeProvider, BalancesAt);
        _balances =
        [
            new BalanceCurve(seed, "gateway:INR", "INR", 880_120.40m),
            new BalanceCurve(seed, "gateway:BRL", "BRL", 41_300.75m),
            new BalanceCurve(seed, "gateway:USD", "USD", 12_640.10m),
        ];
        Operations =
        [
            new("queryBalance", "POST", "/pg/v2/balance/query", Secured(QueryBalance)),
            new("createPayment", "POST", "/pg/v2/payment/create", Secured(_orders.CreatePayment)),
            new("queryPayment", "POST", "/pg/v2/payment/query", Secured(_orders.QueryPayment)),
            new("createPayout", "POST", "/pg/v2/payout/create", Secured(_orders.CreatePayout)),
            new("queryPayout", "POST", "/pg/v2/payout/query", Secured(_orders.QueryPayout)),
        ];
    }

    internal override IReadOnlyList<SandboxOperation> Operations { get; }

    /// <summary>
    /// The figures of every currency account at that time: Available is <c>availableAmount</c>, Held is <c>frozenAmount</c>.
    /// Payments and payouts made so far are counted in.
    /// </summary>
    public IReadOnlyList<SandboxBalance> BalancesAt(DateTimeOffset time) =>
        [.. _balances.Select(balance => _orders.Apply(balance.At(time), time))];

    internal override SandboxReply Failure(int status, string message) => GatewayReply.Refuse(status switch
    {
        404 => "Common.NotFound",
        429 => "Common.TooManyRequests",
        _ => "Common.SystemError",
    }, message, status);

    internal override SandboxReply Complete(SandboxExchange exchange, SandboxReply reply)
    {
        // The first candidate of the provider file: the request's seven parts with the answer's own timestamp, nonce and body.
        var request = exchange.Request;
        if (!GatewayCredentials.TryParse(request.Header("Authorization"), out var caller) || caller.AppId != _options.AppId)
        {
            return reply;
        }
        var timestamp = Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32);
        var sign = GatewaySignature.Compute(_options.AppId, _options.AppSecret, request.Method, request.Url, timestamp, nonce, reply.Body);
        return reply.WithHeader("Authorization", new GatewayCredentials(_options.AppId, sign, timestamp, nonce).ToString());
    }

    private Func<SandboxExchange, SandboxReply> Secured(Func<JsonObject, SandboxReply> answer) => exchange =>
    {
        var request = exchange.Request;
        if (!IsJson(request.Header("Content-Type")) || !AcceptsJson(request.Header("Accept")))
        {
            return GatewayReply.Refuse("Common.MediaType", "Content-Type and Accept must be application/json", 400);
        }
        if (WhyRefused(request) is { } refusal)
        {
            return refusal;
        }
        return exchange.BodyObject() is { } body ? answer(body) : GatewayReply.BadParameter("body is not a JSON object");
    };

    private SandboxReply? WhyRefused(SandboxRequest request)
    {
        if (!GatewayCredentials.TryParse(request.Header("Authorization"), out var credentials))
        {
            return GatewayReply.Refuse("Auth.HeaderInvalid", "Authorization header is missing or malformed", 401);
        }
        if (credentials.AppId != _options.AppId)
        {
            return GatewayReply.Refuse("Auth.AppUnknown", "appId is unknown", 401);
        }
        if (credentials.Nonce.Length != 32 || !credentials.Nonce.All(char.IsAsciiHexDigit))
        {
            return GatewayReply.Refuse("Auth.NonceInvalid", "nonce must have 32 hexadecimal digits", 401);
        }
        if (credentials.Timestamp.Length != 13
            || !long.TryParse(credentials.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || (Now - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).Duration() > _options.TimestampWindow)
        {
            return GatewayReply.Refuse("Auth.TimestampInvalid", "timestamp is outside the accepted window", 401);
        }
        var expected = GatewaySignature.Compute(
            _options.AppId, _options.AppSecret, request.Method, request.Url, credentials.Timestamp, credentials.Nonce, request.Body.Span);
        if (!SecretText.Matches(credentials.Sign.ToLowerInvariant(), expected))
        {
            return GatewayReply.Refuse("Auth.SignInvalid", "sign does not match", 401);
        }
        // Last, so that a stranger with a wrong signature cannot use up a nonce.
        var forgetAfter = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) + _options.TimestampWindow;
        return _nonces.TryUse(credentials.Nonce, forgetAfter, Now)
            ? null
            : GatewayReply.Refuse("Auth.NonceReplayed", "nonce was used before", 401);
    }

    private SandboxReply QueryBalance(JsonObject body)
    {
        if (body["currencies"] is not JsonArray { Count: <= 50 } currencies
            || currencies.Any(entry => entry is not JsonValue value || !value.TryGetValue<string>(out _)))
        {
            return GatewayReply.BadParameter("currencies must be a list of at most 50 codes");
        }
        var wanted = currencies.Select(entry => (string)entry!).ToHashSet(StringComparer.Ordinal);
        return GatewayReply.Ok(json =>
        {
            json.WriteStartArray("balanceList");
            foreach (var balance in BalancesAt(Now).Where(balance => wanted.Contains(balance.Currency)))
            {
                json.WriteStartObject();
                json.WriteString("currency", balance.Currency);
                json.WriteString("availableAmount", Money.TwoPlaces(balance.Available));
                json.WriteString("frozenAmount", Money.TwoPlaces(balance.Held));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static bool IsJson(string? header) =>
        MediaTypeHeaderValue.TryParse(header, out var type) && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    private static bool AcceptsJson(string? header) => header is not null && header.Split(',').Any(part => IsJson(part.Trim()));
}
