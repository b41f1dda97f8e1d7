using System.Text.RegularExpressions;

namespace Specwright.Planning.Operations;

internal enum MediaTypeKind
{
    /// <summary><c>application/json</c>, and <c>*/*</c>: JSON is what we read and write where everything goes.</summary>
    Json,

    /// <summary><c>application/problem+json</c>.</summary>
    JsonSuffix,
    Text,

    /// <summary><c>application/xml</c>, <c>text/xml</c>, <c>+xml</c> except images.</summary>
    Xml,
    OctetStream,

    /// <summary>Images, PDF, archives: bytes to us.</summary>
    OtherBinary,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,

    /// <summary><c>application/x-ndjson</c>, <c>application/json-seq</c>: JSON values one after the other.</summary>
    JsonSequence,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>, <c>multipart/mixed</c> and the like.</summary>
    Multipart,
}

/// <summary>A media type of a description: what it is, and how it may stand in a header field.</summary>
internal static class MediaTypeName
{
    // Known to the runtime, too, which tells by them how the values of an answer are separated.
    private static readonly HashSet<string> JsonSequences = new(StringComparer.Ordinal)
    {
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines",
        "application/x-json-stream", "application/stream+json", "text/x-ndjson", "text/jsonl", "application/json-seq",
    };

    /// <summary>Text in spite of their names.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "application/jwt", "application/jose", "application/jose+jwe", "application/yaml", "application/x-yaml", "application/toml", "application/graphql", "application/sql",
        "application/javascript", "application/x-javascript", "application/ecmascript", "application/x-sh", "application/x-pem-file", "application/pem-certificate-chain", "plain/text",
    };

    private const string Token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static readonly Regex Parameter = new(
        $"^\\s*(?<name>{Token})=(?<value>{Token}|\"[ !#-\\[\\]-~]*\")\\s*$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Essence = new($"^{Token}/{Token}$", RegexOptions.CultureInvariant);

    public static MediaTypeKind KindOf(string name)
    {
        // Nearly always, and asked many times for each operation.
        if (name == "application/json")
        {
            return MediaTypeKind.Json;
        }

        var essence = EssenceOf(name);
        return essence switch
        {
            "application/json" or "*/*" or "application/*" or "text/json" => MediaTypeKind.Json,
            "application/x-www-form-urlencoded" => MediaTypeKind.Form,
            _ when IsXml(essence) => MediaTypeKind.Xml,
            "application/octet-stream" => MediaTypeKind.OctetStream,
            "text/event-stream" => MediaTypeKind.EventStream,
            _ when JsonSequences.Contains(essence) || essence.EndsWith("+json-seq", StringComparison.Ordinal) => MediaTypeKind.JsonSequence,
            _ when essence.EndsWith("+json", StringComparison.Ordinal) => MediaTypeKind.JsonSuffix,
            _ when essence.StartsWith("multipart/", StringComparison.Ordinal) => MediaTypeKind.Multipart,
            _ when essence.StartsWith("text/", StringComparison.Ordinal) || essence.EndsWith("+yaml", StringComparison.Ordinal) || Texts.Contains(essence) => MediaTypeKind.Text,
            _ => MediaTypeKind.OtherBinary,
        };
    }

    public static bool IsMultipart(string name) => EssenceOf(name).StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>As it is sent with a body: without wildcards, and without a character set, which is always UTF-8.</summary>
    public static string ForContent(string name)
    {
        var fallback = KindOf(name) switch
        {
            MediaTypeKind.Json or MediaTypeKind.JsonSuffix => "application/json",
            MediaTypeKind.Text => "text/plain",
            MediaTypeKind.Multipart => "multipart/form-data",
            _ => "application/octet-stream",
        };
        return EssenceOf(name).IndexOf('*') >= 0 ? fallback : Clean(name) ?? fallback;
    }

    /// <summary>As it is asked for, wildcards included; what cannot stand in a field becomes <c>*/*</c>.</summary>
    public static string ForAccept(string name) => Clean(name) ?? "*/*";

    // The description is untrusted: only what RFC 9110 (8.3.1) allows in the field gets there.
    private static string? Clean(string name)
    {
        var essence = EssenceOf(name);
        if (!Essence.IsMatch(essence))
        {
            return null;
        }

        var parameters = name.Split(';').Skip(1)
            .Select(part => Parameter.Match(part))
            .Where(match => match.Success && !match.Groups["name"].Value.Equals("charset", StringComparison.OrdinalIgnoreCase))
            .Select(match => $"; {match.Groups["name"].Value}={match.Groups["value"].Value}");
        return essence + string.Concat(parameters);
    }

    private static bool IsXml(string essence)
        => essence is "application/xml" or "text/xml"
        || (essence.EndsWith("+xml", StringComparison.Ordinal) && !essence.StartsWith("image/", StringComparison.Ordinal));

    private static string EssenceOf(string name)
    {
        var end = name.IndexOf(';');
        return (end < 0 ? name : name.Substring(0, end)).Trim().ToLowerInvariant();
    }
}
