namespace Payments.HyperSdk;

public sealed partial class HyperSdkOptions
{
    private readonly object _gate = new();
    private HyperBridgeHandler? _wire;

    /// <summary>The way to the SDK on the device. Required; one client per bridge.</summary>
    public IHyperBridge? Bridge { get; set; }

    /// <summary>How long an action may take, from its hand-over to its event; 3 minutes unless set, as a person enters a PIN (ASSUMED).</summary>
    public TimeSpan ActionTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Actions that show no screen and may run beside others; see <see cref="HyperBridgeSettings.HeadlessActions"/>.</summary>
    public ISet<string> HeadlessActions { get; } = new HashSet<string>(new HyperBridgeSettings().HeadlessActions, StringComparer.Ordinal);

    /// <summary>Hears when the SDK wants the app's spinner shown (true) or hidden (false). On any thread.</summary>
    public Action<bool>? LoaderChanged { get; set; }

    /// <summary>Client id given by Juspay; needed by <see cref="HyperSession"/> to initiate.</summary>
    public string? ClientId { get; set; }

    /// <summary>Which of the merchant's registered public keys checks the signature; needed by <see cref="HyperSession"/> to initiate.</summary>
    public string? MerchantKeyId { get; set; }

    /// <summary>Which of the provider's systems the SDK talks to; the sandbox unless set.</summary>
    public HyperEnvironment Environment { get; set; } = HyperEnvironment.Sandbox;

    /// <summary>Partner bank, as in <c>YES_BIZ</c>; left out unless set.</summary>
    public string? IssuingPsp { get; set; }

    /// <summary>Where signed payloads come from: the merchant's server. Needed by <see cref="HyperSession"/> to initiate.</summary>
    public IHyperSignatureSource? SignatureSource { get; set; }

    /// <summary>Accounts whose balances the common view shows, by the references of the session-token answer. Each asks the user for the PIN.</summary>
    public IList<string> BalanceAccounts { get; } = [];

    /// <summary>Put in front of the ids that go to NPCI, by the session-token answer; empty unless set (whether it is needed here is open).</summary>
    public string UpiRequestIdPrefix { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Settings.Require(Bridge, nameof(HyperSdkOptions), nameof(Bridge));
    }

    /// <summary>One for all chains of handlers: there is one callback and one session per bridge.</summary>
    internal HyperBridgeHandler Wire
    {
        get
        {
            lock (_gate)
            {
                if (_wire is null)
                {
                    var settings = new HyperBridgeSettings { ActionTimeout = ActionTimeout, TimeProvider = TimeProvider, Logger = this.CreateLogger("Payments.HyperSdk") };
                    settings.HeadlessActions.Clear();
                    settings.HeadlessActions.UnionWith(HeadlessActions);
                    _wire = new HyperBridgeHandler(Bridge!, settings);
                    _wire.LoaderChanged += isShown => LoaderChanged?.Invoke(isShown);
                }
                return _wire;
            }
        }
    }

    // Longer than an action may take, as a user-facing one also waits for the screen.
    partial void OnCreated() => Timeout = TimeSpan.FromMinutes(10);
}
