using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>A parsed envelope. Members that are missing or of another type are empty; <see cref="WhatIsWrong"/> tells.</summary>
internal sealed class HyperRequest
{
    public const string Service = "in.juspay.hyperapi";

    private readonly JsonObject _envelope;

    private HyperRequest(JsonObject envelope, string json)
    {
        _envelope = envelope;
        Json = json;
        Payload = envelope["payload"] as JsonObject ?? [];
    }

    public string Json { get; }

    public JsonObject Payload { get; }

    public string RequestId => TextOf(_envelope, "requestId");

    public string Action => TextOf(Payload, "action");

    /// <summary>Null for text that is no JSON object: the SDK swallows it without an event.</summary>
    public static HyperRequest? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject envelope
                ? new HyperRequest(envelope, json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Text(string name) => TextOf(Payload, name);

    /// <summary>The first fault of the envelope or of the named payload members, which must be texts; null when all is well.</summary>
    public HyperError? WhatIsWrong(params IEnumerable<string> members)
    {
        if (_envelope["payload"] is not null and not JsonObject)
        {
            return HyperError.TypeMismatch("payload");
        }
        return Check(_envelope, "requestId")
            ?? Check(_envelope, "service")
            ?? (TextOf(_envelope, "service") == Service ? null : HyperError.WrongParameters("service is unknown"))
            ?? Check(Payload, "action")
            ?? members.Select(member => Check(Payload, member)).FirstOrDefault(error => error is not null);
    }

    private static HyperError? Check(JsonObject json, string name)
    {
        if (json[name] is not { } node)
        {
            return HyperError.WrongParameters($"{name} is missing");
        }
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return HyperError.TypeMismatch(name);
        }
        return text.Length == 0 ? HyperError.WrongParameters($"{name} is empty") : null;
    }

    private static string TextOf(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;
}
