using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Specwright.State;

namespace Specwright;

/// <summary>
/// Puts a client together. Handlers from outside to the wire: those the application adds to the builder, the factory's logging, the client's hand-written ones,
/// <see cref="ApiSecurityHandler"/>, the primary handler.
/// </summary>
public static class ApiClientRegistration
{
    /// <summary>
    /// Registers a client over <see cref="IHttpClientFactory"/>. Registering it again adds its <paramref name="configure"/>, which runs after the earlier ones: the last word counts.
    /// </summary>
    /// <param name="services">The container to be.</param>
    /// <param name="name">The HTTP client's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="addHandlers">Adds the client's own handlers, outermost first; called for each chain of handlers.</param>
    /// <exception cref="InvalidOperationException">Another client has the name.</exception>
    public static IHttpClientBuilder Add<TInterface, TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services,
        string name,
        Action<TOptions>? configure,
        Func<HttpClient, TOptions, TClient> create,
        Action<ApiHandlerList, TOptions> addHandlers)
        where TInterface : class
        where TClient : class, TInterface
        where TOptions : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        var isNew = RegistryOf(services).TryAdd(name, typeof(TOptions), chain =>
        {
            var options = chain.Services.GetRequiredService<IOptions<TOptions>>().Value;
            foreach (var handler in HandlersOf(options, addHandlers, chain.Services))
            {
                chain.AdditionalHandlers.Add(handler);
            }

            PrimaryHandler.Adapt(chain.PrimaryHandler, options);
        });

        var builder = services.AddHttpClient(name);
        if (isNew)
        {
            services.AddSingleton<IPostConfigureOptions<TOptions>>(provider => new ApiOptionsSetup<TOptions>(provider));
            services.AddSingleton<IValidateOptions<TOptions>>(provider => new ApiOptionsSetup<TOptions>(provider));
            services.TryAddTransient<TInterface>(provider => create(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(name),
                provider.GetRequiredService<IOptions<TOptions>>().Value));

            // The transport keeps the time, over the reading of the body too. The primary handler renews its connections by itself.
            builder.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(static provider => PrimaryHandler.Create(provider.GetRequiredService<IOptions<TOptions>>().Value))
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .RedactLoggedHeaders(static _ => true);
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>The same chain without a container. Keep the result: each has its own connections.</summary>
    /// <param name="options">Checked here.</param>
    /// <param name="addHandlers">Adds the client's own handlers, outermost first.</param>
    /// <param name="primaryHandler">Instead of the usual one; it must not follow redirects.</param>
    /// <exception cref="ApiConfigurationException">A setting is missing or wrong.</exception>
    public static HttpClient CreateHttpClient(ApiClientOptions options, Action<ApiHandlerList, ApiClientOptions> addHandlers, HttpMessageHandler? primaryHandler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(addHandlers);
        options.Validate();
        var chain = primaryHandler ?? PrimaryHandler.Create(options);
        PrimaryHandler.Adapt(chain, options);
        foreach (var handler in HandlersOf(options, addHandlers, null).Reverse())
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return new HttpClient(chain) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static IReadOnlyList<DelegatingHandler> HandlersOf<TOptions>(TOptions options, Action<ApiHandlerList, TOptions> addHandlers, IServiceProvider? services)
        where TOptions : ApiClientOptions
    {
        var handlers = new ApiHandlerList(services);
        options.StateStore ??= ApiStateStore.From(services, options.TimeProvider);
        addHandlers(handlers, options);
        handlers.Add(new ApiSecurityHandler(options));
        return handlers.Handlers;
    }

    private static ApiClientRegistry RegistryOf(IServiceCollection services)
    {
        foreach (var descriptor in services)
        {
            if (descriptor is { IsKeyedService: false, ImplementationInstance: ApiClientRegistry known })
            {
                return known;
            }
        }

        var registry = new ApiClientRegistry();
        services.AddSingleton(registry);

        // Filters run in the order of registration: only the first one has the last word.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new InnermostHandlersFilter(registry)));
        return registry;
    }
}
