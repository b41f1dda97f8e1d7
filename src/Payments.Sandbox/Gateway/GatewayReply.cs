using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>Answers in the gateway's envelope.</summary>
internal static class GatewayReply
{
    public static SandboxReply Ok(Action<Utf8JsonWriter> data) => SandboxReply.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("code", "OK");
        json.WriteNull("errorMessage");
        json.WriteStartObject("data");
        data(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static SandboxReply Refuse(string code, string message, int status = 200) => SandboxReply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("errorMessage", message);
        json.WriteNull("data");
        json.WriteEndObject();
    });

    public static SandboxReply BadParameter(string message) => Refuse("Common.ParameterInvalid", message);
}
