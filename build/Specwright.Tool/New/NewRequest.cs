namespace Specwright.Tool.New;

/// <summary>What the user asks of <c>specwright new</c>.</summary>
internal sealed record NewRequest
{
    /// <summary>A file, an address, or a name for a description that is still to be written.</summary>
    public required string Source { get; init; }

    /// <summary>Of the files in <c>specs/</c>, such as <c>acme-pay</c>; null: from the source.</summary>
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    public string? Project { get; init; }

    public string? Tests { get; init; }

    public bool HasNoTest { get; init; }

    /// <summary>The folder for descriptions; null: <c>specs/</c> at the root.</summary>
    public string? Specs { get; init; }

    /// <summary>Where the description comes from, for the record; null: what <see cref="Source"/> says.</summary>
    public string? Origin { get; init; }

    public string? Licence { get; init; }

    public bool IsDryRun { get; init; }

    public bool IsForced { get; init; }
}
