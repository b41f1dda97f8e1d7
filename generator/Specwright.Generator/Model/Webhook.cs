namespace Specwright.Model;

/// <summary>A request that the server sends to whoever uses the API.</summary>
internal sealed record Webhook
{
    /// <summary>The key under <c>webhooks</c>, <c>x-webhooks</c> or <c>callbacks</c>, or that of the component that the callback refers to.</summary>
    public required string WireName { get; init; }

    /// <summary>Null: a webhook, which somebody set up elsewhere.</summary>
    public Callback? Callback { get; init; }

    /// <summary>What is sent and how it may be answered. Its path is the webhook's name or the callback's expression.</summary>
    public required Operation Operation { get; init; }
}

/// <summary>How a callback comes about.</summary>
internal sealed record Callback
{
    /// <summary>The operation that asks for it; the first one where several share a component.</summary>
    public required string CallerPointer { get; init; }

    /// <summary>Further ones, in the order of the description.</summary>
    public EquatableArray<string> OtherCallerPointers { get; init; }

    /// <summary>Where it goes: <c>{$request.body#/callbackUrl}</c>.</summary>
    public required string Expression { get; init; }

    /// <summary>It stands under <c>components</c>, with a name of its own.</summary>
    public bool IsShared { get; init; }
}
