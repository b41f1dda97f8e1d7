using System.Text.Json;

namespace Payments;

/// <summary>
/// Reads the few members of an answer that say whether it is a failure, whatever the rest looks like: an answer that fails may not have the shape that the description
/// gives to a success.
/// </summary>
internal static class EnvelopeDocument
{
    /// <summary>How much of an answer is looked at, in bytes. An answer that only says what failed is far smaller; a larger one is a success or no envelope.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>The document, to be disposed; null for anything but one JSON object.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The member's text: of a string its value, of a number its digits; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
        {
            return null;
        }
        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The member's integer, bare or in quotes; null for anything else.</summary>
    public static int? Integer(this JsonElement element, string name)
        => int.TryParse(element.Text(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether the member is <c>true</c>, bare or in quotes.</summary>
    public static bool IsTrue(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            && (member.ValueKind == JsonValueKind.True
                || (member.ValueKind == JsonValueKind.String && string.Equals(member.GetString(), "true", StringComparison.OrdinalIgnoreCase)));
}
