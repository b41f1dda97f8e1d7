using System.Net.Http.Headers;
using System.Text;

namespace Payments.Sandbox;

/// <summary>
/// Stands in for the account API: <c>getSessionToken</c>, <c>getBalance</c>, and the calls on beneficiaries, payment
/// instruments and transactions.
/// </summary>
public sealed class AccountSandbox : ProviderSandbox
{
    internal const string ProviderName = "account";

    private readonly AccountSandboxOptions _options;
    private readonly SessionTokens _sessions;
    private readonly IReadOnlyList<BalanceCurve> _balances;

    internal AccountSandbox(AccountSandboxOptions options, int seed, TimeProvider timeProvider)
        : base(ProviderName, timeProvider)
    {
        _options = options;
        _sessions = new SessionTokens(options);
        _balances =
        [
            new BalanceCurve(seed, "417971020", "USD", 12_386.00m),
            new BalanceCurve(seed, "417971038", "EUR", 8_204.50m),
        ];
        var beneficiaries = new AccountBeneficiaries(timeProvider);
        var instruments = new AccountInstruments(beneficiaries, timeProvider);
        var transactions = new AccountTransactions(seed, timeProvider);
        Operations =
        [
            new("getSessionToken", "GET", "/v2/auth", LogIn) { IsLogin = true },
            new("getBalance", "GET", "/v2/account/balance", Secured(_ => GetBalance())),
            new("createBeneficiary", "POST", "/v2/beneficiary/create", Secured(beneficiaries.Create)),
            new("listBeneficiaries", "POST", "/v2/beneficiary/list", Secured(beneficiaries.List)),
            new("getRequiredFields", "POST", "/v2/payment-instrument/get-required-fields", Secured(AccountInstruments.GetRequiredFields)),
            new("createPaymentInstrument", "POST", "/v2/payment-instrument/create", Secured(instruments.Create)),
            new("listPaymentInstruments", "POST", "/v2/payment-instrument/list", Secured(instruments.List)),
            new("listCompletedTransactions", "POST", "/v2/transactions/history/completed", Secured(transactions.List)),
            new("getTransaction", "GET", "/v2/transactions/details/{transactionNumber}", Secured(transactions.Get)),
        ];
    }

    internal override IReadOnlyList<SandboxOperation> Operations { get; }

    internal override string BasePath => "v2/";

    /// <summary>
    /// The figures of every account at that time, in the order of the answer: Account is <c>Id</c>, Total is <c>Balance</c>,
    /// Held is <c>ReservedAmount</c>, Available is <c>AvailableBalance</c>.
    /// </summary>
    public IReadOnlyList<SandboxBalance> BalancesAt(DateTimeOffset time) => [.. _balances.Select(balance => balance.At(time))];

    internal override void ExpireTokens() => _sessions.Clear();

    internal override SandboxReply Failure(int status, string message) => AccountReply.Refuse(status, message);

    internal override SandboxReply Complete(SandboxExchange exchange, SandboxReply reply)
    {
        if (!exchange.IsSecured || SessionOf(exchange.Request, out var token) is not { } session)
        {
            return reply;
        }
        if (exchange.RefreshRace is { } race)
        {
            return reply.WithHeader("x-refresh-token", race.Refresh(exchange, _sessions, Now));
        }
        // The old token stays good until its own end: no page says that a refresh ends it.
        return token is not null && session.Expiry - Now.ToUnixTimeSeconds() <= (long)_options.RefreshWindow.TotalSeconds
            ? reply.WithHeader("x-refresh-token", _sessions.Issue(Now, exchange.Request.RemoteAddress))
            : reply;
    }

    private Func<SandboxExchange, SandboxReply> Secured(Func<SandboxExchange, SandboxReply> answer) => exchange =>
    {
        if (exchange.Request.Header("Authorization") is null)
        {
            return AccountReply.Unauthorized("header['authorization']: 'missing authorization header'");
        }
        return SessionOf(exchange.Request, out _) is null
            ? AccountReply.Unauthorized("header['authorization']: 'invalid or expired session token'")
            : answer(exchange);
    };

    private BearerToken? SessionOf(SandboxRequest request, out string? token)
    {
        token = AuthenticationHeaderValue.TryParse(request.Header("Authorization"), out var header)
            && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;
        // Secured calls must come from the address that logged in.
        return token is not null && _sessions.TryGet(token, Now, out var session) && session.RemoteAddress.Equals(request.RemoteAddress)
            ? session
            : null;
    }

    private SandboxReply LogIn(SandboxExchange exchange)
    {
        if (exchange.Request.Header("X-AUTH-TOKEN") is not { } header)
        {
            return AccountReply.Unauthorized("header['x-auth-token']: 'missing authentication token'");
        }
        if (WhyRefused(header) is { } reason)
        {
            return AccountReply.Refuse(401, $"header[x-auth-token]: {reason}");
        }
        var session = _sessions.Issue(Now, exchange.Request.RemoteAddress);
        return AccountReply.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteString("SessionToken", session);
            json.WriteEndObject();
        });
    }

    private string? WhyRefused(string header)
    {
        const string Bearer = "Bearer ";
        var prefix = _options.LoginTokenPrefix ?? (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? Bearer : string.Empty);
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return $"value must start with '{prefix}'";
        }
        if (!JsonWebToken.TryVerify(header[prefix.Length..].Trim(), Encoding.UTF8.GetBytes(_options.ClientSecret), out var claims)
            || !JsonWebToken.IsText(claims["ClientID"], _options.ClientId))
        {
            return "invalid token";
        }
        var now = Now.ToUnixTimeSeconds();
        if (JsonWebToken.WholeNumber(claims, "iat") is not { } issued || issued > now + 60)
        {
            return "iat is missing or in the future";
        }
        return JsonWebToken.WholeNumber(claims, "exp") is { } expiry && expiry > now ? null : "token is expired";
    }

    private SandboxReply GetBalance() => AccountReply.Ok(json =>
    {
        json.WriteStartArray();
        foreach (var balance in BalancesAt(Now))
        {
            json.WriteStartObject();
            json.WriteString("Balance", Money.TwoPlaces(balance.Total));
            json.WriteString("ReservedAmount", Money.TwoPlaces(balance.Held));
            json.WriteString("AvailableBalance", Money.TwoPlaces(balance.Available));
            json.WriteString("Currency", balance.Currency);
            json.WriteString("Name", $"Account ({balance.Currency})");
            json.WriteString("Id", balance.Account);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
