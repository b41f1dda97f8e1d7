using System.Net;

namespace Payments.Sandbox;

/// <summary>
/// Stand-ins for the four HTTP providers, each on a loopback port of its own, and a simulated Hyper SDK device. Several can run in one process.
/// </summary>
public sealed class PaymentsSandbox : IAsyncDisposable
{
    private readonly List<LoopbackHost> _hosts = [];
    private readonly IReadOnlyList<(ProviderSandbox Provider, int Port)> _offered;

    private PaymentsSandbox(SandboxOptions options)
    {
        Cashfree = new CashfreeSandbox(options.Cashfree, options.Seed, options.TimeProvider);
        Juspay = new JuspaySandbox(options.Juspay, options.Seed, options.TimeProvider);
        Gateway = new GatewaySandbox(options.Gateway, options.Seed, options.TimeProvider);
        Account = new AccountSandbox(options.Account, options.Seed, options.TimeProvider);
        HyperSdk = new HyperSdkDevice(options.HyperSdk, options.Seed, options.TimeProvider);
        _offered =
        [
            (Cashfree, options.Cashfree.Port),
            (Juspay, options.Juspay.Port),
            (Gateway, options.Gateway.Port),
            (Account, options.Account.Port),
        ];
    }

    /// <summary>Cashfree Payouts v1.</summary>
    public CashfreeSandbox Cashfree { get; }

    /// <summary>Juspay Payouts.</summary>
    public JuspaySandbox Juspay { get; }

    /// <summary>The signed gateway.</summary>
    public GatewaySandbox Gateway { get; }

    /// <summary>The account API.</summary>
    public AccountSandbox Account { get; }

    /// <summary>The simulated device, not initiated yet.</summary>
    public HyperSdkDevice HyperSdk { get; }

    /// <summary>The HTTP providers.</summary>
    public IReadOnlyList<ProviderSandbox> Providers => [.. _offered.Select(offered => offered.Provider)];

    /// <summary>Base address of Cashfree, such as <c>http://127.0.0.1:40001/</c>.</summary>
    public Uri CashfreeAddress => Cashfree.Address;

    /// <summary>Base address of Juspay.</summary>
    public Uri JuspayAddress => Juspay.Address;

    /// <summary>Base address of the signed gateway.</summary>
    public Uri GatewayAddress => Gateway.Address;

    /// <summary>Base address of the account API, ending in <c>/v2/</c>.</summary>
    public Uri AccountAddress => Account.Address;

    /// <summary>Starts all providers; they answer when the task is done.</summary>
    /// <exception cref="ArgumentException">The listen address is not a loopback address.</exception>
    /// <exception cref="SandboxStartException">A port is in use or may not be opened.</exception>
    public static async Task<PaymentsSandbox> StartAsync(SandboxOptions? options = null, CancellationToken ct = default)
    {
        options ??= new SandboxOptions();
        if (!IPAddress.IsLoopback(options.ListenAddress))
        {
            throw new ArgumentException($"The sandbox listens on loopback addresses only, not on {options.ListenAddress}.", nameof(options));
        }
        var sandbox = new PaymentsSandbox(options);
        try
        {
            foreach (var (provider, port) in sandbox._offered)
            {
                await sandbox.StartAsync(provider, options.ListenAddress, port, ct);
            }
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops all providers; calls still held by a fault lose their connection.</summary>
    public async ValueTask DisposeAsync()
    {
        HyperSdk.Dispose();
        await Task.WhenAll(_hosts.Select(host => host.DisposeAsync().AsTask()));
        _hosts.Clear();
    }

    private async Task StartAsync(ProviderSandbox provider, IPAddress address, int port, CancellationToken cancellationToken)
    {
        try
        {
            _hosts.Add(await LoopbackHost.StartAsync(provider, address, port, cancellationToken));
        }
        // Kestrel reports a port in use as IOException, a port that may not be opened as SocketException.
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            throw new SandboxStartException($"The {provider.Name} sandbox cannot listen on {new IPEndPoint(address, port)}: {exception.GetBaseException().Message}.", exception);
        }
    }
}
