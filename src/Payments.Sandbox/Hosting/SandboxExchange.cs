using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Routing;

namespace Payments.Sandbox;

/// <summary>One call on its way through the sandbox: the request and what has been found out about it.</summary>
internal sealed class SandboxExchange(ProviderSandbox provider, SandboxRequest request, SandboxOperation? operation, RouteValueDictionary routeValues)
{
    // A repeated name would throw only when the object is first used.
    private static readonly JsonDocumentOptions BodyOptions = new() { AllowDuplicateProperties = false };

    public ProviderSandbox Provider { get; } = provider;

    public SandboxRequest Request { get; } = request;

    /// <summary>Null when no call has this method and path.</summary>
    public SandboxOperation? Operation { get; } = operation;

    public bool IsSecured => Operation is { IsLogin: false };

    /// <summary>Set when this call takes part in a race of refreshed tokens.</summary>
    public RefreshTokenRaceFault? RefreshRace { get; set; }

    public string RouteValue(string name) => routeValues[name] as string ?? string.Empty;

    /// <summary>The body as a JSON object, or null when it is anything else.</summary>
    public JsonObject? BodyObject() => BodyNode() as JsonObject;

    /// <summary>The body as JSON, or null when it is none.</summary>
    public JsonNode? BodyNode()
    {
        try
        {
            return JsonNode.Parse(Request.Body.Span, documentOptions: BodyOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
