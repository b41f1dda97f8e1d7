using System.Text.Json.Serialization;

namespace Specwright.Benchmarks.Json.Annotated;

public sealed record AnnotatedRemarkList
{
    [JsonPropertyName("remarks")]
    public required IReadOnlyList<AnnotatedRemark> Remarks { get; init; }
}

public sealed record AnnotatedRemark
{
    [JsonPropertyName("author")]
    public required string Author { get; init; }

    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    [JsonPropertyName("text")]
    public required string Text { get; init; }

    [JsonPropertyName("labels")]
    public IReadOnlyList<string>? Labels { get; init; }
}
