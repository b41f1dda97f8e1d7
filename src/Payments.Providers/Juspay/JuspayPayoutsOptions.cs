using System.Collections.Concurrent;
using Specwright;
using Specwright.Sessions;
using Specwright.State;

namespace Payments.Juspay;

public sealed partial class JuspayPayoutsOptions
{
    // The server may still be asking its gateways; after this another process asks by itself.
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(60);

    private static readonly SharedValueFormat<HeldBalances> Format = new(
        static held => held.Serialize(),
        HeldBalances.Deserialize,
        static held => held.FreshUntil,
        static held => held.FreshUntil);

    private readonly ConcurrentDictionary<string, SharedValue<HeldBalances>> _balances = new(StringComparer.Ordinal);
    private string? _apiKey;

    /// <summary>API key from the dashboard: the user name of Basic authentication, whose password is empty (source: balance page). Required, unless <see cref="BasicAuth"/> is set itself; never logged.</summary>
    /// <exception cref="ArgumentException">The key holds a colon, which a user name cannot.</exception>
    public string? ApiKey
    {
        get => _apiKey;
        set
        {
            BasicAuth = string.IsNullOrEmpty(value) ? null : ApiCredential.Basic(value, "");
            _apiKey = value;
        }
    }

    /// <summary>
    /// How long a balance answer stands in for calls, counted from the oldest <c>lastUpdated</c> in it; 30 minutes unless set, which is what the server does itself (source: balance page), and no longer.
    /// Zero holds nothing; callers at the same time still share one call.
    /// </summary>
    public TimeSpan BalanceHold { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Field <c>Accept</c> of the balance call: <c>text/plain</c> unless set, as the page prints it, although the answer is JSON. <c>*/*</c> is the other choice (ASSUMED).</summary>
    public string BalanceAccept { get; set; } = "text/plain";

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Settings.Require(BasicAuth, nameof(JuspayPayoutsOptions), nameof(ApiKey));
        if (BalanceHold < TimeSpan.Zero || BalanceHold > TimeSpan.FromMinutes(30))
        {
            throw new ApiConfigurationException($"{nameof(JuspayPayoutsOptions)}.{nameof(BalanceHold)} is not between 0 and 30 minutes.");
        }
    }

    /// <summary>What is held for the key, and the merchant and customer the call names.</summary>
    internal async ValueTask<SharedValue<HeldBalances>> BalancesForAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var credential = ApiOperation.From(request) is { } operation && BasicAuth is { } basicAuth
            ? await basicAuth.GetValueAsync(operation, cancellationToken).ConfigureAwait(false)
            : null;
        return _balances.GetOrAdd(
            StateKey.Create("juspay-balance", BaseAddress!.AbsoluteUri, credential, Field("x-merchantid"), Field("x-routing-id")),
            static (key, options) => new SharedValue<HeldBalances>(key, options.StateStore!, Format, options.TimeProvider, LeaseDuration, options.CreateLogger("Payments.Juspay")),
            this);

        string? Field(string name) => request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
    }
}
