using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Payments.Sandbox;

/// <summary>The bank behind the device: one account, its balance, the payments made from it.</summary>
internal sealed partial class HyperBank(HyperSdkDeviceOptions options, int seed, TimeProvider timeProvider)
{
    private readonly BalanceCurve _balance = new(seed, "hyper", "INR", 5_000.00m);
    private readonly Lock _lock = new();
    private readonly List<Payment> _payments = [];

    /// <summary>Texts that an action's payload must have, or null for an action the SDK does not know.</summary>
    public static IReadOnlyList<string>? RequiredMembers(string action) => action switch
    {
        "upiGetSessionToken" => ["merchantKeyId", "signaturePayload", "signature"],
        "upiCheckBalance" => ["upiRequestId", "accountReferenceId"],
        "upiTransactionStatus" or "upiTxnStatus" => ["upiRequestId"],
        "upiSendMoney" =>
        [
            "upiRequestId", "accountReferenceId", "payType", "customerVpa", "payeeVpa", "payeeName", "amount", "remarks", "timestamp",
            "merchantKeyId", "signaturePayload", "signature",
        ],
        _ => null,
    };

    /// <summary>Whether the action carries a signature of the merchant's server.</summary>
    public static bool IsSigned(string action) => action is "upiGetSessionToken" or "upiSendMoney";

    /// <summary>Whether the action opens a page and waits for the user.</summary>
    public static bool IsUserFacing(string action) => action is "upiCheckBalance" or "upiSendMoney";

    public SandboxBalance BalanceAt(DateTimeOffset time)
    {
        var balance = _balance.At(time);
        lock (_lock)
        {
            var sent = _payments.Where(payment => payment.At <= time).Sum(payment => payment.Amount);
            return balance with { Account = options.AccountReferenceId, Total = balance.Total - sent, Available = balance.Available - sent };
        }
    }

    public JsonObject Answer(HyperRequest request) => request.Action switch
    {
        "upiCheckBalance" => CheckBalance(request),
        "upiSendMoney" => SendMoney(request),
        "upiGetSessionToken" => SessionToken(request),
        _ => TransactionStatus(request),
    };

    private JsonObject CheckBalance(HyperRequest request)
    {
        var payload = AccountAnswer(request);
        if (!IsKnownAccount(request))
        {
            return Fail(payload, "XH", "Account does not exist");
        }
        var balance = BalanceAt(timeProvider.GetUtcNow());
        payload["balance"] = Money.TwoPlaces(balance.Total);
        payload["availableBalance"] = Money.TwoPlaces(balance.Available);
        payload["otherInfo"] = request.Text("udfParameters") is { Length: > 0 } udf ? udf : "{}";
        return payload;
    }

    private JsonObject SendMoney(HyperRequest request)
    {
        var payload = AccountAnswer(request);
        payload["upiRequestId"] = request.Text("upiRequestId");
        payload["customerVpa"] = request.Text("customerVpa");
        payload["payeeVpa"] = request.Text("payeeVpa");
        payload["payType"] = request.Text("payType");
        payload["amount"] = request.Text("amount");
        if (!IsKnownAccount(request))
        {
            return Fail(payload, "XH", "Account does not exist");
        }
        if (!AmountPattern().IsMatch(request.Text("amount")) || !Money.TryParse(request.Text("amount"), out var amount))
        {
            return Fail(payload, "AM", "Amount must have two decimals");
        }
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            var earlier = _payments.FirstOrDefault(payment => payment.UpiRequestId == request.Text("upiRequestId"));
            if (earlier is null)
            {
                if (BalanceAt(now).Available < amount)
                {
                    return Fail(payload, "Z9", "Insufficient funds");
                }
                _payments.Add(new Payment(request.Text("upiRequestId"), amount, request.Text("payeeVpa"), now));
            }
            return payload;
        }
    }

    private JsonObject TransactionStatus(HyperRequest request)
    {
        var payload = new JsonObject
        {
            ["action"] = request.Action,
            ["status"] = "SUCCESS",
            ["upiRequestId"] = request.Text("upiRequestId"),
            ["gatewayResponseCode"] = "00",
            ["gatewayResponseMessage"] = "Transaction is approved",
        };
        lock (_lock)
        {
            var payment = _payments.FirstOrDefault(payment => payment.UpiRequestId == request.Text("upiRequestId"));
            if (payment is null)
            {
                return Fail(payload, "U48", "Transaction not found");
            }
            payload["amount"] = Money.TwoPlaces(payment.Amount);
            payload["payeeVpa"] = payment.PayeeVpa;
            return payload;
        }
    }

    // The JSON names of this answer were not captured by the pages that could be read; clients must read it leniently.
    private JsonObject SessionToken(HyperRequest request) => new()
    {
        ["action"] = request.Action,
        ["status"] = "LINKED",
        ["deviceBound"] = "true",
        ["deviceActivated"] = "true",
        ["upiRequestIdPrefix"] = "SBX",
        ["vpaAccounts"] = new JsonArray(new JsonObject
        {
            ["vpa"] = "customer@sandbox",
            ["account"] = new JsonObject
            {
                ["accountReferenceId"] = options.AccountReferenceId,
                ["bankAccountUniqueId"] = "sandbox-unique-1",
                ["bankCode"] = "11111",
                ["bankName"] = "Sandbox Bank",
                ["maskedAccountNumber"] = "XXXX1234",
                ["type"] = "SAVINGS",
                ["ifsc"] = "SBOX0000001",
                ["mpinSet"] = "true",
                ["mpinLength"] = "4",
                ["isPrimary"] = "true",
            },
        }),
    };

    private static JsonObject AccountAnswer(HyperRequest request) => new()
    {
        ["action"] = request.Action,
        ["status"] = "SUCCESS",
        ["accountReferenceId"] = request.Text("accountReferenceId"),
        ["bankAccountUniqueId"] = "sandbox-unique-1",
        ["bankCode"] = "11111",
        ["customerMobileNumber"] = "XXXX7890",
        ["maskedAccountNumber"] = "XXXX1234",
        ["gatewayResponseCode"] = "00",
        ["gatewayResponseMessage"] = "Transaction is approved",
    };

    private static JsonObject Fail(JsonObject payload, string code, string message)
    {
        payload["status"] = "FAILURE";
        payload["gatewayResponseCode"] = code;
        payload["gatewayResponseMessage"] = message;
        return payload;
    }

    private bool IsKnownAccount(HyperRequest request) => request.Text("accountReferenceId") == options.AccountReferenceId;

    [GeneratedRegex(@"^[0-9]{1,12}\.[0-9]{2}$")]
    private static partial Regex AmountPattern();

    private sealed record Payment(string UpiRequestId, decimal Amount, string PayeeVpa, DateTimeOffset At);
}
