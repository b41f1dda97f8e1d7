namespace Specwright.Conformance;

/// <summary>What a media type means for the text of a body (RFC 9110, 8.3; RFC 6838, 4.2.8).</summary>
internal static class MediaTypes
{
    /// <summary>Type and subtype in small letters, without parameters.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    public static bool IsJson(string mediaType)
    {
        var bare = Bare(mediaType);
        return bare is "application/json" or "text/json" or "*/*" or "application/*" || bare.EndsWith("+json", StringComparison.Ordinal) || bare.EndsWith("/json", StringComparison.Ordinal);
    }

    /// <summary>Items one after the other: events, or JSON values in lines.</summary>
    public static bool IsSequence(string mediaType)
        => Bare(mediaType) is "text/event-stream" or "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json-lines" or "application/json-seq" or "application/jsonlines" or "application/stream+json" or "application/x-json-stream";

    /// <summary>JSON that is one value.</summary>
    public static bool IsWholeJson(IndependentContent content) => IsJson(content.MediaType) && !IsSequence(content.MediaType);

    public static bool IsForm(string mediaType) => Bare(mediaType) == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string mediaType) => Bare(mediaType).StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsXml(string mediaType) => Bare(mediaType) is var bare && (bare.EndsWith("/xml", StringComparison.Ordinal) || bare.EndsWith("+xml", StringComparison.Ordinal));

    public static bool IsText(string mediaType) => Bare(mediaType).StartsWith("text/", StringComparison.Ordinal) || IsXml(mediaType);

    /// <summary>Whether a media type is one of a range such as <c>image/*</c>.</summary>
    public static bool Includes(string range, string mediaType)
    {
        var (wide, narrow) = (Bare(range), Bare(mediaType));
        return wide == narrow || wide == "*/*" || (wide.EndsWith("/*", StringComparison.Ordinal) && narrow.StartsWith(wide[..^1], StringComparison.Ordinal));
    }
}
