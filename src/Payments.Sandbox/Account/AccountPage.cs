using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>A page of a list: <c>PageNumber</c> counts from 1. The reply has <c>Data</c> alone, since the names of its totals are not known.</summary>
internal sealed record AccountPage(int Number, int Size)
{
    private const int LargestSize = 500;

    /// <summary>Null when a member is missing, no whole number or out of range.</summary>
    public static AccountPage? From(JsonObject? body) =>
        PositiveNumber(body, "PageNumber") is { } number && PositiveNumber(body, "PageSize") is { } size && size <= LargestSize ? new AccountPage(number, size) : null;

    public static SandboxReply Missing() => AccountReply.Refuse(400, "body[PageNumber, PageSize]: Mandatory Fields are Missing.");

    public SandboxReply Of<T>(IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write) => AccountReply.Ok(json =>
    {
        var first = (long)(Number - 1) * Size;
        json.WriteStartObject();
        json.WriteStartArray("Data");
        foreach (var entry in first < all.Count ? all.Skip((int)first).Take(Size) : [])
        {
            write(json, entry);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static int? PositiveNumber(JsonObject? body, string name) =>
        body?[name] is JsonValue value && value.TryGetValue<int>(out var number) && number >= 1 ? number : null;
}
