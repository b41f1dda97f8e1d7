using System.Net;
using Specwright;
using Specwright.Sessions;
using Specwright.State;

namespace Payments.AccountApi;

public sealed partial class AccountApiOptions
{
    private readonly object _gate = new();
    private SessionTokenSource? _session;

    /// <summary>Client id; claim <c>ClientID</c> of the login. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>Client secret; key of the login's signature. Required; never logged.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What stands before the JWT in <c>X-AUTH-TOKEN</c>: <c>Bearer </c>, with its blank, unless set. The reference has it, the guide does not; empty for none.</summary>
    public string LoginTokenPrefix { get; set; } = "Bearer ";

    /// <summary>Life of the login's JWT; 5 minutes unless set (the guide's figure; the reference names 30 days, a short life is safer: ASSUMED).</summary>
    public TimeSpan LoginTokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before its end a session is given up for a new login; 30 seconds unless set (ASSUMED). The server offers refreshes in the last 2 minutes.</summary>
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Life of a session token whose own <c>exp</c> cannot be read; 15 minutes from receipt unless set (source: session token page).</summary>
    public TimeSpan FallbackTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Local address from which all connections leave, login and calls alike, since a session is tied to the address of its login (source: balance page). The system's choice unless set. Not used where
    /// the application brings its own primary handler.
    /// </summary>
    public IPAddress? LocalAddress { get; set; }

    /// <summary>
    /// Processes with the same text share a session when they share a store. The machine's name unless set, as machines mostly leave from different addresses (ASSUMED consequence of the address rule);
    /// set one text for machines behind one outgoing address.
    /// </summary>
    public string SessionScope { get; set; } = Environment.MachineName;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Settings.Require(ClientId, nameof(AccountApiOptions), nameof(ClientId));
        Settings.Require(ClientSecret, nameof(AccountApiOptions), nameof(ClientSecret));
    }

    /// <inheritdoc/>
    protected override void ConfigurePrimaryHandler(SocketsHttpHandler handler)
    {
        if (LocalAddress is not null)
        {
            LocalAddressConnection.Bind(handler, LocalAddress);
        }
    }

    /// <summary>One session per base address, client id, local address and scope, however many handlers use it.</summary>
    internal SessionTokenSource Session
    {
        get
        {
            lock (_gate)
            {
                return _session ??= new SessionTokenSource(
                    StateKey.Create("account-api-session", BaseAddress!.AbsoluteUri, ClientId, LocalAddress?.ToString(), SessionScope),
                    StateStore!,
                    TimeProvider,
                    RenewalMargin,
                    this.CreateLogger("Payments.AccountApi"));
            }
        }
    }

    // The login's JWT is made anew for each login; the session token is the session handler's work.
    partial void OnCreated()
    {
        AuthToken = ApiCredential.FromProvider((_, _) => new ValueTask<string>(
            LoginTokenPrefix + LoginToken.Create(ClientId!, ClientSecret!, TimeProvider.GetUtcNow(), LoginTokenLifetime)));
        SessionToken = ApiCredential.AppliedByHandler;
    }
}
