using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the registration with a container and the seam for hand-written handlers.</summary>
internal static class RegistrationEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        var names = client.Names;
        var builder = speller.Spell(FrameworkTypes.IHttpClientBuilder);
        var handlers = speller.Spell(FrameworkTypes.ApiHandlerList);
        body.WriteLine($"/// <summary>Registers <see cref=\"{names.Service}\"/>.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        if (!client.SubClients.IsEmpty)
        {
            speller.Use("Microsoft.Extensions.DependencyInjection");
            speller.Use("Microsoft.Extensions.DependencyInjection.Extensions");
        }

        var subClients = client.SubClients.Select(subClient => $"\n    services.TryAddTransient(static provider => provider.GetRequiredService<{names.Service}>().{subClient.Property});");
        using (body.WriteBlock($"{client.File.Accessibility} static partial class {names.Registration}"))
        {
            body.WriteLine($$"""
                /// <summary>Adds <see cref="{{names.Service}}"/>{{(client.SubClients.IsEmpty ? "" : " and its sub-clients")}} over a client of the HTTP client factory.</summary>
                /// <param name="services">The container to be.</param>
                /// <param name="configure">Sets the address, credentials and limits.</param>
                /// <returns>For further handlers; they stand outside those of this client.</returns>
                public static {{builder}} Add{{names.Client}}(this {{speller.Spell(FrameworkTypes.IServiceCollection)}} services, {{speller.Spell(FrameworkTypes.Action)}}<{{names.Options}}>? configure = null)
                {
                    var builder = {{speller.Spell(FrameworkTypes.ApiClientRegistration)}}.Add<{{names.Service}}, {{names.Class}}, {{names.Options}}>(
                        services,
                        {{CSharpLiteral.Of(names.Client)}},
                        configure,
                        static (httpClient, options) => new {{names.Class}}(httpClient, options),
                        static (handlers, options) => AddHandlersTo(handlers, options));{{string.Concat(subClients)}}
                    OnRegistered(builder);
                    return builder;
                }

                internal static void AddHandlersTo({{handlers}} handlers, {{names.Options}} options) => AddHandlers(handlers, options);

                /// <summary>Adds handlers between this client and the wire, outermost first.</summary>
                static partial void AddHandlers({{handlers}} handlers, {{names.Options}} options);

                /// <summary>Runs after the registration.</summary>
                static partial void OnRegistered({{builder}} builder);
                """);
        }
    }
}
