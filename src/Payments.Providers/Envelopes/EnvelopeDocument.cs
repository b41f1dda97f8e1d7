using System.Text;
using System.Text.Json;

namespace Payments;

/// <summary>
/// Reads the few members of an answer that say whether it is a failure, whatever the rest looks like: an answer that fails may not have the shape that the description
/// gives to a success.
/// </summary>
internal static class EnvelopeDocument
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The document, to be disposed; null for anything but one JSON object.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            // The generated half passes over the mark and reads other encodings, too: a failure must not become a success by either.
            var document = JsonDocument.Parse(WideEncodingOf(json.Span) is { } encoding
                ? Encoding.UTF8.GetBytes(encoding.GetString(json.Span).TrimStart('\uFEFF'))
                : json[MarkLength(json.Span)..]);
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

    /// <summary>UTF-16 or UTF-32, told by the zero bytes or the mark at the start, since JSON begins with ASCII (RFC 4627, section 3); null for anything else.</summary>
    private static Encoding? WideEncodingOf(ReadOnlySpan<byte> json) => json switch
    {
        [0, 0, _, _, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0, _, ..] or [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [_, _, 0, 0, ..] => Encoding.UTF32,
        [_, 0, ..] or [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>Length of a byte order mark at the start; 0 without one.</summary>
    public static int MarkLength(ReadOnlySpan<byte> json) => json.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    /// <summary>The member's text: of a string its value, of a number its digits; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name)
        => element.Member(name) switch
        {
            { ValueKind: JsonValueKind.String } member => member.StringValue(),
            { ValueKind: JsonValueKind.Number } member => member.GetRawText(),
            _ => null,
        };

    /// <summary>The member; null where there is none.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Another member's name is escaped and no text.
            return null;
        }
    }

    /// <summary>A string's value. One that is no text, such as half a surrogate pair, is a replacement character: it equals no code, and is not missing either.</summary>
    public static string StringValue(this JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>The member's integer, bare or in quotes; null for anything else.</summary>
    public static int? Integer(this JsonElement element, string name)
        => int.TryParse(element.Text(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether the member is <c>true</c>, bare or in quotes.</summary>
    public static bool IsTrue(this JsonElement element, string name)
        => element.Member(name) is { } member
            && (member.ValueKind == JsonValueKind.True
                || (member.ValueKind == JsonValueKind.String && string.Equals(member.StringValue(), "true", StringComparison.OrdinalIgnoreCase)));
}
