#nullable enable
namespace Acme;

using global::System;
using global::Specwright;

public sealed partial class AcmeOptions : ApiClientOptions
{
    public AcmeOptions()
    {
        BaseAddress = Servers.Production;
        OnCreated();
    }

    public static ApiSecurityScheme BearerAuthScheme { get; } = ApiSecurityScheme.Bearer("bearerAuth");

    public ApiCredential? BearerAuth { get; set; }

    /// <summary>What the hand-written half adds in tests.</summary>
    public Action<ApiHandlerList>? Handlers { get; set; }

    protected override ApiCredential? GetCredential(string schemeName) => schemeName switch
    {
        "bearerAuth" => BearerAuth,
        _ => null,
    };

    partial void OnCreated();

    public static class Servers
    {
        public static Uri Production { get; } = new("https://api.acme.example/v2");
    }
}
