using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>Event texts in the envelope of the SDK.</summary>
internal static class HyperEvent
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Result(string eventName, string requestId, JsonObject payload) => Write(eventName, requestId, payload, null);

    public static string Error(string eventName, string requestId, HyperError error) => Write(eventName, requestId, [], error);

    /// <summary><c>show_loader</c> or <c>hide_loader</c>: no answer to any call, so without a request id.</summary>
    public static string Loader(bool isShown) => new JsonObject
    {
        ["service"] = HyperRequest.Service,
        ["event"] = isShown ? "show_loader" : "hide_loader",
        ["payload"] = new JsonObject(),
    }.ToJsonString(Written);

    private static string Write(string eventName, string requestId, JsonObject payload, HyperError? error) => new JsonObject
    {
        ["requestId"] = requestId,
        ["service"] = HyperRequest.Service,
        ["payload"] = payload,
        ["event"] = eventName,
        ["errorMessage"] = error?.Message ?? string.Empty,
        ["errorCode"] = error?.Code ?? string.Empty,
        ["error"] = error is not null,
    }.ToJsonString(Written);
}
