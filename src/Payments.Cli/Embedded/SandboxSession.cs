using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Payments.Balances;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>A sandbox of this process's own, with all providers connected to it.</summary>
internal sealed class SandboxSession : IBalanceSession
{
    private readonly ServiceProvider _services;

    private SandboxSession(PaymentsSandbox sandbox, ServiceProvider services)
    {
        Sandbox = sandbox;
        _services = services;
        Balances = services.GetRequiredService<BalanceService>();
    }

    public PaymentsSandbox Sandbox { get; }

    public bool IsSandbox => true;

    public BalanceService Balances { get; }

    public IReadOnlyList<ProviderAnswer> Settled => [];

    /// <exception cref="SandboxStartException">No port could be opened.</exception>
    public static async Task<SandboxSession> StartAsync(
        BalancesOptions options, TimeProvider timeProvider, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var sandbox = await PaymentsSandbox.StartAsync(new SandboxOptions { Seed = options.Seed, TimeProvider = timeProvider }, cancellationToken);
        var services = ProviderServices.Build(options, timeProvider, loggers, services =>
        {
            foreach (var provider in ProviderTable.All.Where(provider => options.Includes(provider.Name)))
            {
                provider.ConnectSandbox(services, sandbox, timeProvider);
            }
        });
        return new SandboxSession(sandbox, services);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
