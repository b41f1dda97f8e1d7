using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Payments.Balances;

namespace Payments.Cli;

/// <summary>The container in which the providers' clients live for as long as the command runs.</summary>
internal static class ProviderServices
{
    /// <param name="options">The command line.</param>
    /// <param name="timeProvider">Clock of the timeouts.</param>
    /// <param name="loggers">Where clients log.</param>
    /// <param name="addProviders">Registers the providers that are to be asked.</param>
    public static ServiceProvider Build(
        BalancesOptions options, TimeProvider timeProvider, ILoggerFactory loggers, Action<IServiceCollection> addProviders)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(loggers);
        services.AddBalances(balances =>
        {
            balances.ProviderTimeout = options.Timeout;
            balances.TimeProvider = timeProvider;
        });
        addProviders(services);
        return services.BuildServiceProvider();
    }
}
