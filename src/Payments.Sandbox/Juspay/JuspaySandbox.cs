using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>Stands in for Juspay Payouts: <c>getBalance</c>, <c>createOrder</c>, <c>getOrder</c>, <c>cancelFulfillment</c>, <c>getOutages</c>.</summary>
public sealed class JuspaySandbox : ProviderSandbox
{
    internal const string ProviderName = "juspay";

    private const string Outages = """
        {"beneficiarySpecificData":[{"status":"FLUCTUATE","bankName":"Sandbox Bank","bankCode":"11111","ifscIdentifier":"SBOX","mode":"IMPS"}],
         "gatewaySpecificData":[{"status":"DOWN","mode":"NEFT","gateway":"DUMMY"}]}
        """;

    private readonly JuspaySandboxOptions _options;
    private readonly JuspayOrders _orders;
    private readonly IReadOnlyList<BalanceCurve> _balances;
    private readonly Dictionary<string, HeldBalances> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _balanceCallsUnderWay = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _simultaneousBalanceCalls;

    internal JuspaySandbox(JuspaySandboxOptions options, int seed, TimeProvider timeProvider)
        : base(ProviderName, timeProvider)
    {
        _options = options;
        _orders = new JuspayOrders(timeProvider);
        _balances =
        [
            new BalanceCurve(seed, "DUMMY_IMPS", "INR", 99_999m) { IsWholeUnits = true },
            new BalanceCurve(seed, "DUMMY_NEFT", "INR", 99_999m) { IsWholeUnits = true },
            new BalanceCurve(seed, "CFGEN_IMPS", "INR", 111_144.44m),
            new BalanceCurve(seed, "CFGEN_UPI", "INR", 48_211.20m),
        ];
        Operations =
        [
            new("getBalance", "GET", "/payout/merchant/v1/getways/balance", Secured(GetBalance)),
            new("createOrder", "POST", "/payout/merchant/v1/orders", Secured(exchange => _orders.Create(exchange, Refuse))),
            new("cancelFulfillment", "POST", "/payout/merchant/v1/fulfillment/{fulfillmentId}/cancel", Secured(exchange => _orders.Cancel(exchange, Refuse))),
            new("getOutages", "GET", "/payout/merchant/v1/outage", Secured(_ => SandboxReply.Text(200, "application/json", Outages))),
            new("getOrder", "GET", "/payout/merchant/v1/orders/{orderId}", Secured(exchange => _orders.Get(exchange, Refuse))),
        ];
    }

    /// <summary>How many balance calls came while another of the same API key was still unanswered. Juspay asks for none.</summary>
    public int SimultaneousBalanceCalls => Volatile.Read(ref _simultaneousBalanceCalls);

    internal override IReadOnlyList<SandboxOperation> Operations { get; }

    /// <summary>
    /// The figures that a balance call fetching at that time would answer, in the order of the answer; Account is the map's key.
    /// Within <see cref="JuspaySandboxOptions.BalanceHold"/> of an earlier call the answer repeats that call's figures instead.
    /// </summary>
    public IReadOnlyList<SandboxBalance> BalancesAt(DateTimeOffset time) => [.. _balances.Select(balance => balance.At(WholeSeconds(time)))];

    internal override SandboxReply Failure(int status, string message) =>
        Refuse(status, status >= 500 ? "E06" : status == 404 ? "E09" : "E05", message);

    internal override IDisposable? Watch(SandboxRequest request)
    {
        // Watched from arrival, so that calls waiting in a fault count as unanswered.
        if (request.Operation != "getBalance" || request.Header("Authorization") is not { } key)
        {
            return null;
        }
        if (_balanceCallsUnderWay.AddOrUpdate(key, 1, (_, count) => count + 1) > 1)
        {
            Interlocked.Increment(ref _simultaneousBalanceCalls);
        }
        return new Ending(() => _balanceCallsUnderWay.AddOrUpdate(key, 0, (_, count) => count - 1));
    }

    private Func<SandboxExchange, SandboxReply> Secured(Func<SandboxExchange, SandboxReply> answer) => exchange =>
    {
        if (exchange.Request.Header("Authorization") is not { Length: > 0 } header)
        {
            return Refuse(401, "E04", "API key is missing");
        }
        return ApiKeyOf(header) is null ? Refuse(401, "E02", "Invalid API key") : answer(exchange);
    };

    private SandboxReply GetBalance(SandboxExchange exchange)
    {
        var held = HeldFor(ApiKeyOf(exchange.Request.Header("Authorization")!)!);
        return SandboxReply.Json(200, json =>
        {
            json.WriteStartObject();
            foreach (var balance in held.Balances)
            {
                json.WriteStartObject(balance.Account);
                json.WriteString("lastUpdated", held.LastUpdated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteString("balance", Money.AsIs(balance.Total));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        });
    }

    private HeldBalances HeldFor(string apiKey)
    {
        lock (_lock)
        {
            if (!_held.TryGetValue(apiKey, out var held) || Now - held.LastUpdated >= _options.BalanceHold)
            {
                held = new HeldBalances(WholeSeconds(Now), BalancesAt(Now));
                _held[apiKey] = held;
            }
            return held;
        }
    }

    /// <summary>The accepted key of a Basic header, or null: the user name, with a colon and an empty password behind it.</summary>
    private string? ApiKeyOf(string header)
    {
        const string Scheme = "Basic ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return null;
        }
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.EndsWith(':') && _options.ApiKeys.Contains(pair[..^1]) ? pair[..^1] : null;
    }

    private SandboxReply Refuse(int status, string errorCode, string message) => SandboxReply.Json(status, json =>
    {
        json.WriteStartObject();
        if (_options.ErrorShape == JuspayErrorShape.Wrapped)
        {
            json.WriteStartObject("response");
            WriteError(json, status, errorCode, message);
            json.WriteEndObject();
            json.WriteNumber("code", status);
        }
        else if (_options.ErrorShape == JuspayErrorShape.Flat)
        {
            WriteError(json, status, errorCode, message);
        }
        json.WriteEndObject();
    });

    private static void WriteError(Utf8JsonWriter json, int status, string errorCode, string message)
    {
        json.WriteString("errorMessage", message);
        json.WriteBoolean("error", true);
        json.WriteString("userMessage", status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            429 => "Too Many Requests",
            _ => "Something went wrong",
        });
        json.WriteString("errorCode", errorCode);
    }

    // lastUpdated shows whole seconds; figures and hold count from the moment that is shown.
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private sealed record HeldBalances(DateTimeOffset LastUpdated, IReadOnlyList<SandboxBalance> Balances);

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
