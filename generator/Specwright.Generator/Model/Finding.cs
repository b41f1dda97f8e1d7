namespace Specwright.Model;

/// <summary>Something to tell the owner of a description: a rule, the place it is about, and the words its message needs.</summary>
/// <remarks>It carries no position: the shell looks <see cref="Pointer"/> up in the position table when it makes the diagnostic.</remarks>
internal sealed record Finding
{
    public required string RuleId { get; init; }

    /// <summary>Where, as a JSON pointer with its file's path before the <c>#</c> when it isn't the description itself.</summary>
    public required string Pointer { get; init; }

    /// <summary>The values of the rule's message format, in order.</summary>
    public EquatableArray<string> Arguments { get; init; }
}
