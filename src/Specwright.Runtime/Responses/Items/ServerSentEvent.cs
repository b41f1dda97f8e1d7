namespace Specwright;

/// <summary>An event of a <c>text/event-stream</c> (WHATWG HTML, "Server-sent events").</summary>
/// <typeparam name="T">The type of the data.</typeparam>
public sealed record ServerSentEvent<T>
{
    /// <summary>What an event without a type of its own is.</summary>
    public const string DefaultType = "message";

    /// <summary>The data: lines joined by a line feed as text, or read from JSON.</summary>
    public required T Data { get; init; }

    /// <summary>The type; <see cref="DefaultType"/> where the server gives none.</summary>
    public string Type { get; init; } = DefaultType;

    /// <summary>The last id that the server gave, with this event or an earlier one; null while it gave none. A request with it in <c>Last-Event-ID</c> continues behind the event, where the server can.</summary>
    public string? Id { get; init; }

    /// <summary>How long the server wants a client to wait before it connects again: what it said last, with this event or earlier; null while it said nothing.</summary>
    public TimeSpan? Retry { get; init; }
}
