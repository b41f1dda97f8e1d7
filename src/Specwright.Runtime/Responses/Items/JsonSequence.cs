namespace Specwright;

/// <summary>The media types of sequences of JSON values.</summary>
internal static class JsonSequence
{
    private static readonly HashSet<string> OfLines = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines",
        "application/x-json-stream", "application/stream+json", "text/x-ndjson", "text/jsonl",
    };

    public static bool Is(string mediaType) => OfLines.Contains(mediaType) || HasSeparators(mediaType);

    public static LineEnd LineEndOf(string? mediaType) => mediaType is not null && HasSeparators(mediaType) ? LineEnd.RecordSeparator : LineEnd.LineFeed;

    /// <summary>RFC 7464 and the suffix of RFC 8091.</summary>
    public static bool HasSeparators(string mediaType)
        => mediaType.Equals("application/json-seq", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json-seq", StringComparison.OrdinalIgnoreCase);
}
