using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Specwright.State;

/// <summary>Finds the store that a client is to use.</summary>
public static class ApiStateStore
{
    /// <summary>
    /// The container's own <see cref="IApiStateStore"/>; else one over its <see cref="IDistributedCache"/>, which a fleet of processes shares; else one in memory.
    /// </summary>
    /// <param name="services">Null for a client without a container: in memory.</param>
    /// <param name="timeProvider">Clock of expiry.</param>
    public static IApiStateStore From(IServiceProvider? services, TimeProvider timeProvider)
        => services?.GetService<IApiStateStore>()
            ?? (services?.GetService<IDistributedCache>() is { } cache ? new DistributedCacheStateStore(cache, timeProvider) : new MemoryStateStore(timeProvider));
}
