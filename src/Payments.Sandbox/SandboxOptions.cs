using System.Net;

namespace Payments.Sandbox;

/// <summary>How a <see cref="PaymentsSandbox"/> starts. The default is a complete sandbox on free ports.</summary>
public sealed class SandboxOptions
{
    /// <summary>Seed of all balances: equal seeds give equal figures at equal times.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Clock of token lifetimes, held balances, moving figures and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the sandbox listens. Only loopback addresses are accepted, since the credentials are public.</summary>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>Settings of the Cashfree Payouts stand-in.</summary>
    public CashfreeSandboxOptions Cashfree { get; } = new();

    /// <summary>Settings of the Juspay Payouts stand-in.</summary>
    public JuspaySandboxOptions Juspay { get; } = new();

    /// <summary>Settings of the signed gateway's stand-in.</summary>
    public GatewaySandboxOptions Gateway { get; } = new();

    /// <summary>Settings of the account API's stand-in.</summary>
    public AccountSandboxOptions Account { get; } = new();

    /// <summary>Settings of the simulated Hyper SDK device.</summary>
    public HyperSdkDeviceOptions HyperSdk { get; } = new();
}
