using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Payments.Balances;

/// <summary>Registers the common view.</summary>
public static class BalanceRegistration
{
    /// <summary>
    /// Adds <see cref="BalanceService"/> over all providers registered, before or after: each <c>Add…</c> of a provider brings its <see cref="IBalanceSource"/>.
    /// </summary>
    public static IServiceCollection AddBalances(this IServiceCollection services, Action<BalanceServiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static provider => new BalanceService(
            provider.GetServices<IBalanceSource>(),
            provider.GetRequiredService<IOptions<BalanceServiceOptions>>()));
        services.AddOptions<BalanceServiceOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }
        return services;
    }

    // Once per provider, however often it is registered. A source asks the container for its client only when it is used: wrong settings are then its row.
    internal static void AddSource<TSource>(IServiceCollection services, Func<IServiceProvider, TSource> create)
        where TSource : class, IBalanceSource
        => services.TryAddEnumerable(ServiceDescriptor.Singleton<IBalanceSource, TSource>(create));
}
