using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Payments.Sandbox;

/// <summary>
/// Payout orders in memory. An order is scheduled after five seconds and successful after thirty, by the sandbox's clock (times assumed);
/// it does not touch the balances, which belong to rails an order only prefers.
/// </summary>
internal sealed partial class JuspayOrders(TimeProvider timeProvider)
{
    private static readonly TimeSpan ScheduledAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SuccessfulAfter = TimeSpan.FromSeconds(30);

    // Keeps sums far from the end of decimal, whatever a caller sends.
    private const decimal LargestAmount = 999_999_999_999.99m;

    private static readonly string[] EchoedMembers =
        ["orderId", "amount", "customerId", "customerPhone", "customerEmail", "type", "udf1", "udf2", "udf3", "udf4", "udf5"];

    private static readonly string[] EchoedFulfillmentMembers = ["amount", "preferredMethodList", "beneficiaryDetails", "additionalInfo"];

    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public delegate SandboxReply Refusal(int status, string errorCode, string message);

    public SandboxReply Create(SandboxExchange exchange, Refusal refuse)
    {
        if (exchange.BodyObject() is not { } body)
        {
            return refuse(400, "E01", "Body is not a JSON object");
        }
        if (WhatIsWrong(body) is { } reason)
        {
            return refuse(400, "E01", reason);
        }
        var orderId = (string)body["orderId"]!;
        lock (_lock)
        {
            // The order id serves as idempotency key: the first order stands.
            if (!_orders.TryGetValue(orderId, out var order))
            {
                order = new Order(body, timeProvider.GetUtcNow(), [.. ((JsonArray)body["fulfillments"]!).Select(_ => Guid.NewGuid().ToString("N"))]);
                _orders.Add(orderId, order);
            }
            return Write(order);
        }
    }

    public SandboxReply Get(SandboxExchange exchange, Refusal refuse)
    {
        var orderId = exchange.RouteValue("orderId");
        lock (_lock)
        {
            return _orders.TryGetValue(orderId, out var order) ? Write(order) : refuse(404, "E09", $"Could not find resource: order {orderId}");
        }
    }

    /// <summary>Notes the wish while the order is not yet scheduled; afterwards it stays as it is, which the reply does not tell.</summary>
    public SandboxReply Cancel(SandboxExchange exchange, Refusal refuse)
    {
        var id = exchange.RouteValue("fulfillmentId");
        lock (_lock)
        {
            var order = _orders.Values.FirstOrDefault(order => order.FulfillmentIds.Contains(id));
            if (order is null)
            {
                return refuse(404, "E09", $"Could not find resource: fulfillment {id}");
            }
            if (timeProvider.GetUtcNow() - order.CreatedAt < ScheduledAfter)
            {
                order.Cancelled.Add(id);
            }
            return SandboxReply.Text(200, "application/json", "{}");
        }
    }

    private static string? WhatIsWrong(JsonObject body)
    {
        if (TextOf(body, "orderId") is not { } orderId || !OrderIdPattern().IsMatch(orderId))
        {
            return "orderId must have 4 to 64 letters, digits or _ , - @";
        }
        foreach (var name in (string[])["customerId", "customerPhone", "customerEmail"])
        {
            if (string.IsNullOrEmpty(TextOf(body, name)))
            {
                return $"{name} is missing";
            }
        }
        if (TextOf(body, "type") != "FULFILL_ONLY")
        {
            return "type must be FULFILL_ONLY";
        }
        if (AmountOf(body) is not { } amount || amount < 1)
        {
            return "amount must be a number of at least 1 with up to two decimals";
        }
        if (body["fulfillments"] is not JsonArray { Count: > 0 } fulfillments || fulfillments.Any(entry => entry is not JsonObject))
        {
            return "fulfillments is missing";
        }
        if (fulfillments.Any(entry => entry!["beneficiaryDetails"] is not JsonObject details || TextOf(details, "type") is null || details["details"] is not JsonObject))
        {
            return "beneficiaryDetails needs type and details";
        }
        var amounts = fulfillments.Select(entry => AmountOf((JsonObject)entry!)).ToList();
        return amounts.All(part => part is not null) && amounts.Sum() == amount
            ? null
            : "The amounts of the fulfillments must add up to the amount of the order";
    }

    private SandboxReply Write(Order order)
    {
        var now = timeProvider.GetUtcNow();
        var age = now - order.CreatedAt;
        var (orderStatus, fulfillmentStatus, since) =
            age >= SuccessfulAfter ? ("FULFILLMENTS_SUCCESSFUL", "SUCCESS", order.CreatedAt + SuccessfulAfter)
            : age >= ScheduledAfter ? ("FULFILLMENTS_SCHEDULED", "PENDING", order.CreatedAt + ScheduledAfter)
            : ("READY_FOR_FULFILLMENT", "CREATED", order.CreatedAt);
        if (order.Cancelled.Count == order.FulfillmentIds.Count)
        {
            orderStatus = "FULFILLMENTS_CANCELLED";
        }

        return SandboxReply.Json(200, json =>
        {
            json.WriteStartObject();
            WriteMembers(json, order.Body, EchoedMembers);
            json.WriteString("status", orderStatus);
            json.WriteString("createdAt", Time(order.CreatedAt));
            json.WriteString("updatedAt", Time(since));
            json.WriteStartArray("payments");
            json.WriteEndArray();
            json.WriteStartArray("fulfillments");
            foreach (var (fulfillment, id) in ((JsonArray)order.Body["fulfillments"]!).Zip(order.FulfillmentIds))
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                WriteMembers(json, (JsonObject)fulfillment!, EchoedFulfillmentMembers);
                json.WriteString("status", order.Cancelled.Contains(id) ? "CANCELLED" : fulfillmentStatus);
                json.WriteString("createdAt", Time(order.CreatedAt));
                json.WriteString("updatedAt", Time(since));
                json.WriteString("statusUpdatedAt", Time(since));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteMembers(Utf8JsonWriter json, JsonObject from, IEnumerable<string> names)
    {
        foreach (var name in names.Where(from.ContainsKey))
        {
            json.WritePropertyName(name);
            if (from[name] is { } value)
            {
                value.WriteTo(json);
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private static string? TextOf(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static decimal? AmountOf(JsonObject json) =>
        json["amount"] is JsonValue value && value.TryGetValue<decimal>(out var amount)
        && amount is > 0 and <= LargestAmount && amount == Math.Round(amount, 2) ? amount : null;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z0-9_,@-]{4,64}$")]
    private static partial Regex OrderIdPattern();

    private sealed record Order(JsonObject Body, DateTimeOffset CreatedAt, IReadOnlyList<string> FulfillmentIds)
    {
        public HashSet<string> Cancelled { get; } = [];
    }
}
