using System.Collections.Concurrent;
using System.Net;
using Specwright;
using Specwright.Sessions;
using Specwright.State;

namespace Payments.Cashfree;

public sealed partial class CashfreePayoutsOptions
{
    private readonly ConcurrentDictionary<string, SessionTokenSource> _sessions = new(StringComparer.Ordinal);

    /// <summary>
    /// RSA public key (PEM) from the dashboard. When set, each authorize call carries a fresh <c>X-Cf-Signature</c>; needed where the caller's IP address is not on the allow-list.
    /// </summary>
    public string? SignaturePublicKeyPem { get; set; }

    /// <summary>How long before its end a token is renewed; 60 seconds unless set (ASSUMED: the vendor's libraries take 180 and 300 seconds, too much for a token of 6 minutes).</summary>
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Life of a token whose answer names no expiry; 6 minutes unless set (ASSUMED).</summary>
    public TimeSpan FallbackTokenLifetime { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>
    /// Keeps apart processes that share a store but not an outgoing address, since a token is tied to the address that asked for it (source: the sister product's page). Processes with the same
    /// text share a token; empty unless set.
    /// </summary>
    public string SessionScope { get; set; } = "";

    /// <summary>Local address from which all connections leave, authorize included; the system's choice unless set. Not used where the application brings its own primary handler.</summary>
    public IPAddress? LocalAddress { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Settings.Require(ClientId, nameof(CashfreePayoutsOptions), nameof(ClientId));
        Settings.Require(ClientSecret, nameof(CashfreePayoutsOptions), nameof(ClientSecret));
    }

    /// <inheritdoc/>
    protected override void ConfigurePrimaryHandler(SocketsHttpHandler handler)
    {
        if (LocalAddress is not null)
        {
            LocalAddressConnection.Bind(handler, LocalAddress);
        }
    }

    /// <summary>One session per base address, client id and scope, however many handlers ask.</summary>
    internal SessionTokenSource SessionFor(string clientId)
        => _sessions.GetOrAdd(
            StateKey.Create("cashfree-session", BaseAddress!.AbsoluteUri, clientId, LocalAddress?.ToString(), SessionScope),
            static (key, options) => new SessionTokenSource(key, options.StateStore!, options.TimeProvider, options.RenewalMargin, options.CreateLogger("Payments.Cashfree")),
            this);

    // The token is the session handler's work.
    partial void OnCreated() => BearerAuth = ApiCredential.AppliedByHandler;
}
