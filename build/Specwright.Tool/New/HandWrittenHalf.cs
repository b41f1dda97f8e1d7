using Specwright.Planning;

namespace Specwright.Tool.New;

/// <summary>The half of a client that is written by hand, with every hook that the generated half has.</summary>
/// <param name="client">The generated half.</param>
/// <param name="page">The description's file name.</param>
internal sealed class HandWrittenHalf(ClientPlan client, string page)
{
    private string Accessibility => client.File.Accessibility;

    private ClientNames Names => client.Names;

    /// <summary>Name and text of each file.</summary>
    /// <param name="usings">What the project already imports everywhere.</param>
    public IReadOnlyList<(string Name, string Text)> Files(Usings usings) =>
    [
        ($"{Names.Class}.cs", ClientFile(usings)),
        ($"{Names.Options}.cs", OptionsFile(usings)),
        ($"{Names.Registration}.cs", RegistrationFile(usings)),
    ];

    private string ClientFile(Usings usings) => usings.Before(client.File.Namespace, ["Specwright", "System.Net.Http"], $$"""
        #pragma warning disable CA1822 // Empty hooks use nothing of the client; take this line away when they do.

        // The half written by hand: what {{page}} cannot say. Delete the hooks you do not need; they then cost nothing.
        {{Accessibility}} sealed partial class {{Names.Class}}
        {
            /// <summary>Before a request enters the handlers: fields that every request has.</summary>
            partial void OnRequestReady(ApiOperation operation, HttpRequestMessage request)
            {
            }

            /// <summary>After a success was read: throw here where a success of HTTP is a refusal in the body.</summary>
            partial void OnResponseRead(ApiOperation operation, ApiResponse response)
            {
            }
        }
        """);

    private string OptionsFile(Usings usings) => usings.Before(client.File.Namespace, [], $$"""
        // The half written by hand: settings beside address, credentials and limits.
        {{Accessibility}} sealed partial class {{Names.Options}}
        {
            /// <inheritdoc/>
            public override void Validate()
            {
                base.Validate();

                // Refuse what cannot work with an ApiConfigurationException that names the setting and shows no secret.
            }
        }
        """);

    private string RegistrationFile(Usings usings) => usings.Before(client.File.Namespace, ["Microsoft.Extensions.DependencyInjection", "Specwright"], $$"""
        // The half written by hand: what stands between the client and the wire, and what else belongs into the container.
        {{Accessibility}} static partial class {{Names.Registration}}
        {
            static partial void AddHandlers(ApiHandlerList handlers, {{Names.Options}} options)
            {
                // Outermost first: handlers.Add(new SigningHandler(options));
            }

            static partial void OnRegistered(IHttpClientBuilder builder)
            {
                // Services of your own: builder.Services.AddSingleton<…>();
            }
        }
        """);
}
