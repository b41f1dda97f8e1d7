#nullable enable
namespace Acme;

using global::System;
using global::Microsoft.Extensions.DependencyInjection;
using global::Specwright;

public static partial class AcmeRegistration
{
    public static IHttpClientBuilder AddAcme(this IServiceCollection services, Action<AcmeOptions>? configure = null)
    {
        var builder = ApiClientRegistration.Add<IAcmeClient, AcmeClient, AcmeOptions>(
            services,
            "Acme",
            configure,
            static (httpClient, options) => new AcmeClient(httpClient, options),
            static (handlers, options) => AddHandlersTo(handlers, options));
        OnRegistered(builder);
        return builder;
    }

    internal static void AddHandlersTo(ApiHandlerList handlers, AcmeOptions options) => AddHandlers(handlers, options);

    static partial void AddHandlers(ApiHandlerList handlers, AcmeOptions options);

    static partial void OnRegistered(IHttpClientBuilder builder);

    static partial void AddHandlers(ApiHandlerList handlers, AcmeOptions options) => options.Handlers?.Invoke(handlers);
}
