using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Payments.Balances;
using Specwright;

namespace Payments.HyperSdk;

public static partial class HyperSdkRegistration
{
    static partial void AddHandlers(ApiHandlerList handlers, HyperSdkOptions options)
    {
        handlers.Add(new HyperStatusHandler(options));
        handlers.Add(new HyperWireHandler(options));
    }

    static partial void OnRegistered(IHttpClientBuilder builder)
    {
        builder.Services.TryAddSingleton(static services => new HyperSession(
            services.GetRequiredService<IHyperSdkClient>(),
            services.GetRequiredService<IOptions<HyperSdkOptions>>().Value));
        BalanceRegistration.AddSource(builder.Services, static services => new HyperSdkBalanceSource(services));
    }
}
