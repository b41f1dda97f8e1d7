using System.Text.Json;

namespace Payments.Sandbox;

/// <summary>Answers in the account API's envelope, with both documented error shapes.</summary>
internal static class AccountReply
{
    public static SandboxReply Ok(Action<Utf8JsonWriter> data) => SandboxReply.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("ResponseCode", 200);
        json.WriteString("ResponseMessage", "Success");
        json.WritePropertyName("ResponseData");
        data(json);
        json.WriteEndObject();
    });

    /// <summary><c>ResponseErrors</c> and <c>RequestID</c>, the shape of the errors guide.</summary>
    public static SandboxReply Refuse(int status, string error) => SandboxReply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("ResponseCode", status);
        json.WriteString("ResponseMessage", Message(status));
        json.WriteString("RequestID", Guid.NewGuid().ToString());
        json.WriteStartArray("ResponseErrors");
        json.WriteStringValue(error);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>
    /// <c>ResponseError</c> without a request id, the shape of the Postman collection, whose sample carries "Successful" beside code 401:
    /// the message must not be believed, so the sandbox repeats it.
    /// </summary>
    public static SandboxReply Unauthorized(string error) => SandboxReply.Json(401, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("ResponseCode", 401);
        json.WriteString("ResponseMessage", "Successful");
        json.WriteStartArray("ResponseError");
        json.WriteStringValue(error);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Message(int status) => status switch
    {
        400 => "BadRequest",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "NotFound",
        410 => "Gone",
        422 => "UnprocessableContent",
        500 => "ServerError",
        503 => "ServiceUnAvailable",
        _ => "BadRequest",
    };
}
