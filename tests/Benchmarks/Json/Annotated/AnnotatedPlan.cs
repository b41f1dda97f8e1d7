using System.Text.Json.Serialization;

namespace Specwright.Benchmarks.Json.Annotated;

public sealed record AnnotatedPlan
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("steps")]
    public required IReadOnlyList<AnnotatedStep> Steps { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AnnotatedTransfer), "transfer")]
[JsonDerivedType(typeof(AnnotatedConversion), "conversion")]
[JsonDerivedType(typeof(AnnotatedSequence), "sequence")]
[JsonDerivedType(typeof(AnnotatedCondition), "condition")]
public abstract record AnnotatedStep;

public sealed record AnnotatedTransfer : AnnotatedStep
{
    [JsonPropertyName("amount")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required decimal Amount { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("to")]
    public required AnnotatedDestination To { get; init; }
}

public sealed record AnnotatedConversion : AnnotatedStep
{
    [JsonPropertyName("from")]
    public required string From { get; init; }

    [JsonPropertyName("to")]
    public required string To { get; init; }

    [JsonPropertyName("rate")]
    public required decimal Rate { get; init; }
}

public sealed record AnnotatedSequence : AnnotatedStep
{
    [JsonPropertyName("steps")]
    public required IReadOnlyList<AnnotatedStep> Steps { get; init; }
}

public sealed record AnnotatedCondition : AnnotatedStep
{
    [JsonPropertyName("when")]
    public required string When { get; init; }

    [JsonPropertyName("then")]
    public required AnnotatedStep Then { get; init; }

    [JsonPropertyName("otherwise")]
    public AnnotatedStep? Otherwise { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AnnotatedBankAccount), "bank_account")]
[JsonDerivedType(typeof(AnnotatedWallet), "wallet")]
public abstract record AnnotatedDestination;

public sealed record AnnotatedBankAccount : AnnotatedDestination
{
    [JsonPropertyName("number")]
    public required string Number { get; init; }

    [JsonPropertyName("ifsc")]
    public string? Ifsc { get; init; }
}

public sealed record AnnotatedWallet : AnnotatedDestination
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("verified")]
    public bool? Verified { get; init; }
}
