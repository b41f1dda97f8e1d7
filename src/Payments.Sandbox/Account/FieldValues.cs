using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>The body of the create calls: an array at the root, <c>[{ "field": "...", "value": "..." }, ...]</c>.</summary>
internal static class FieldValues
{
    /// <summary>The values by field name, or null when the body has another form or names a field twice.</summary>
    public static IReadOnlyDictionary<string, string>? Read(JsonNode? body)
    {
        if (body is not JsonArray entries)
        {
            return null;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry is not JsonObject pair || TextOf(pair["field"]) is not { } field || TextOf(pair["value"]) is not { } value || !values.TryAdd(field, value))
            {
                return null;
            }
        }
        return values;
    }

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
