using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>
/// Payments and payouts in memory. Each is paid thirty seconds after its creation (assumed); a payout freezes its amount until then,
/// a payment adds its amount from then on.
/// </summary>
internal sealed class GatewayOrders(TimeProvider timeProvider, Func<DateTimeOffset, IReadOnlyList<SandboxBalance>> balancesAt)
{
    private static readonly TimeSpan PaidAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<Order> _orders = [];

    public SandboxReply CreatePayment(JsonObject body) => Create(body, isPayout: false, "payMethod");

    public SandboxReply CreatePayout(JsonObject body) => Create(body, isPayout: true, "payoutMethod");

    public SandboxReply QueryPayment(JsonObject body) => Query(body, isPayout: false, "paymentNo");

    public SandboxReply QueryPayout(JsonObject body) => Query(body, isPayout: true, "payoutNo");

    public SandboxBalance Apply(SandboxBalance balance, DateTimeOffset time)
    {
        lock (_lock)
        {
            foreach (var order in _orders.Where(order => order.Currency == balance.Currency && order.CreatedAt <= time))
            {
                var isPaid = time >= order.CreatedAt + PaidAfter;
                balance = (order.IsPayout, isPaid) switch
                {
                    (true, true) => balance with { Total = balance.Total - order.Amount, Available = balance.Available - order.Amount },
                    (true, false) => balance with { Available = balance.Available - order.Amount },
                    (false, true) => balance with { Total = balance.Total + order.Amount, Available = balance.Available + order.Amount },
                    (false, false) => balance,
                };
            }
            return balance;
        }
    }

    private SandboxReply Create(JsonObject body, bool isPayout, string method)
    {
        if (Text(body, "merchantTradeNo", 50) is not { } tradeNo)
        {
            return GatewayReply.BadParameter("merchantTradeNo must have 1 to 50 characters");
        }
        if (!Money.TryParse(Text(body, "amount", 18), out var amount))
        {
            return GatewayReply.BadParameter("amount must be a text of up to 15 digits and 2 decimals");
        }
        if (Text(body, "currency", 3) is not { } currency)
        {
            return GatewayReply.BadParameter("currency must have 3 characters");
        }
        if (Text(body, "description", 80) is null || Text(body, "notifyUrl", 255) is null)
        {
            return GatewayReply.BadParameter("description and notifyUrl are required");
        }
        if (body[method] is not JsonObject details || Text(details, "type", 50) is null)
        {
            return GatewayReply.BadParameter($"{method} needs a type");
        }
        if (!isPayout && body["payer"] is not JsonObject)
        {
            return GatewayReply.BadParameter("payer is required");
        }

        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            var account = balancesAt(now).FirstOrDefault(balance => balance.Currency == currency);
            if (account is null)
            {
                return GatewayReply.Refuse("Common.CurrencyUnknown", $"no account in {currency}");
            }
            if (isPayout && account.Available < amount)
            {
                return GatewayReply.Refuse("Payout.Balance.Insufficient", "available balance is too low");
            }
            // The gateway only recommends unique trade numbers, so a second order of the same number is taken as well.
            var order = new Order(
                isPayout, RandomNumberGenerator.GetHexString(32, lowercase: true), tradeNo, amount, currency, Text(body, "merchantAttach", 255), now);
            _orders.Add(order);
            return GatewayReply.Ok(json =>
            {
                json.WriteString(isPayout ? "payoutNo" : "paymentNo", order.Number);
                if (!isPayout)
                {
                    json.WriteStartObject("action");
                    json.WriteString("url", $"https://pay.sandbox.invalid/{order.Number}");
                    json.WriteEndObject();
                }
            });
        }
    }

    private SandboxReply Query(JsonObject body, bool isPayout, string numberName)
    {
        var number = Text(body, numberName, 32);
        var tradeNo = Text(body, "merchantTradeNo", 50);
        if (number is null && tradeNo is null)
        {
            return GatewayReply.BadParameter($"merchantTradeNo or {numberName} is required");
        }
        lock (_lock)
        {
            var order = _orders.LastOrDefault(order =>
                order.IsPayout == isPayout && (number is null ? order.TradeNo == tradeNo : order.Number == number));
            return order is null ? GatewayReply.Refuse("Common.OrderNotFound", "order not found") : GatewayReply.Ok(json => Write(json, order, numberName));
        }
    }

    private void Write(Utf8JsonWriter json, Order order, string numberName)
    {
        var paidAt = order.CreatedAt + PaidAfter;
        var isPaid = timeProvider.GetUtcNow() >= paidAt;
        json.WriteString(numberName, order.Number);
        json.WriteString("merchantTradeNo", order.TradeNo);
        json.WriteString("amount", Money.TwoPlaces(order.Amount));
        json.WriteString("currency", order.Currency);
        if (order.IsPayout)
        {
            json.WriteString("totalFee", "0.00");
        }
        json.WriteString("status", isPaid ? "PAID" : "PROCESSING");
        if (!order.IsPayout)
        {
            json.WriteString("refundStatus", "NONE");
        }
        json.WriteString("rrn", isPaid ? order.Number[..12] : null);
        json.WriteString("merchantAttach", order.Attach);
        json.WriteString("createdTime", Local(order.CreatedAt));
        json.WriteString("paidTime", isPaid ? Local(paidAt) : null);
        json.WriteNull("errorCode");
        json.WriteNull("errorInfo");
    }

    // The pages print local times with an offset; India's is taken.
    private static string Local(DateTimeOffset time) =>
        time.ToOffset(new TimeSpan(5, 30, 0)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Text(JsonObject json, string name, int longest) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && text.Length <= longest ? text : null;

    private sealed record Order(
        bool IsPayout, string Number, string TradeNo, decimal Amount, string Currency, string? Attach, DateTimeOffset CreatedAt);
}
