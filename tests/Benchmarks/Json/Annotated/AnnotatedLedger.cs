using System.Text.Json.Serialization;

namespace Specwright.Benchmarks.Json.Annotated;

// The same shapes as ledger.openapi.yaml, annotated by hand for System.Text.Json's own source generator. Amounts are numbers in quotes, which it
// reads with AllowReadingFromString; enumerations are plain strings, the cheapest it offers that keeps an unknown value.

public sealed record AnnotatedPage
{
    [JsonPropertyName("data")]
    public required IReadOnlyList<AnnotatedTransaction> Data { get; init; }

    [JsonPropertyName("next")]
    public string? Next { get; init; }
}

public sealed record AnnotatedTransaction
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("amount")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required decimal Amount { get; init; }

    [JsonPropertyName("fee")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public decimal? Fee { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("createdAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("attempt")]
    public int? Attempt { get; init; }

    [JsonPropertyName("refunded")]
    public bool? Refunded { get; init; }

    [JsonPropertyName("attributes")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}

public sealed record AnnotatedEnvelope
{
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("subCode")]
    public string? SubCode { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("data")]
    public required AnnotatedBalance Data { get; init; }
}

public sealed record AnnotatedBalance
{
    [JsonPropertyName("balance")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required decimal Balance { get; init; }

    [JsonPropertyName("availableBalance")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required decimal AvailableBalance { get; init; }
}
