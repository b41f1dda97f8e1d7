using Specwright.Model;

namespace Specwright.Planning;

/// <summary>The class that reads what the server sends.</summary>
internal sealed record WebhooksPlan
{
    /// <summary><c>AcmeWebhooks</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Webhooks, then callbacks, each in the order of the description.</summary>
    public EquatableArray<WebhookPlan> Webhooks { get; init; }

    /// <summary>Of those that may share an address; null where there are not two.</summary>
    public WebhookUnionPlan? Union { get; init; }
}

/// <summary>The type of any one of several webhooks, told apart by name.</summary>
internal sealed record WebhookUnionPlan
{
    /// <summary><c>AcmeWebhook</c>.</summary>
    public required string Identifier { get; init; }

    public EquatableArray<WebhookCasePlan> Cases { get; init; }
}

internal sealed record WebhookCasePlan
{
    /// <summary><c>OrderPaid</c>: as in <c>TryGetOrderPaid</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary><c>orderPaid</c>, keyword-safe, in <c>Switch</c>.</summary>
    public required string Parameter { get; init; }

    public required string WireName { get; init; }

    /// <summary>Null: it is sent without a body.</summary>
    public TypeReference? Payload { get; init; }
}

internal sealed record WebhookPlan
{
    /// <summary><c>OrderPaid</c>: as in <c>ReadOrderPaid</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>What it is and how it comes about, as plain text.</summary>
    public required string Origin { get; init; }

    /// <summary>The JSON that is sent; null: there is no body, or none that we can read.</summary>
    public TypeReference? Payload { get; init; }

    public bool HasBody { get; init; }

    /// <summary>The record of declared header fields and query parameters; null where none is declared.</summary>
    public HeadersPlan? Parameters { get; init; }

    public EquatableArray<WebhookAnswerPlan> Answers { get; init; }

    public required Documentation Documentation { get; init; }

    public required string SourcePointer { get; init; }
}

/// <summary>An answer that the server understands.</summary>
internal sealed record WebhookAnswerPlan
{
    public required string Status { get; init; }

    public string? Description { get; init; }

    /// <summary>The JSON of the answer; null without one.</summary>
    public TypeReference? Type { get; init; }
}
