using System.Text.Json;

namespace Payments.HyperSdk;

/// <summary>What matching and judging needs to know of a request or an event. Everything else in the JSON is left to the generated types.</summary>
internal sealed record HyperEnvelope
{
    /// <summary>Present in every request; an event may lack it.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Name of an event; null in requests.</summary>
    public string? Event { get; private init; }

    /// <summary>Verdict of the SDK layer.</summary>
    public bool Error { get; private init; }

    /// <summary>Code of the SDK layer, such as <c>JP_002</c>.</summary>
    public string? ErrorCode { get; private init; }

    /// <summary>Text of the SDK layer.</summary>
    public string? ErrorMessage { get; private init; }

    /// <summary>Action of the payload.</summary>
    public string? Action { get; private init; }

    /// <summary>Verdict of the bank layer.</summary>
    public string? Status { get; private init; }

    /// <summary>NPCI's code.</summary>
    public string? GatewayResponseCode { get; private init; }

    /// <summary>NPCI's text.</summary>
    public string? GatewayResponseMessage { get; private init; }

    /// <summary>Reads an envelope; null for text that is no JSON object.</summary>
    public static HyperEnvelope? Read(ReadOnlyMemory<byte> json)
    {
        if (EnvelopeDocument.TryParse(json) is not { } document)
        {
            return null;
        }
        using (document)
        {
            var root = document.RootElement;
            var payload = root.Member("payload") is { ValueKind: JsonValueKind.Object } found ? found : default;
            return new HyperEnvelope
            {
                RequestId = root.Text("requestId"),
                Event = root.Text("event"),
                Error = root.IsTrue("error"),
                ErrorCode = root.Text("errorCode"),
                ErrorMessage = root.Text("errorMessage"),
                Action = payload.Text("action"),
                Status = payload.Text("status"),
                GatewayResponseCode = payload.Text("gatewayResponseCode"),
                GatewayResponseMessage = payload.Text("gatewayResponseMessage"),
            };
        }
    }
}
