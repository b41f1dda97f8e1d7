namespace Specwright.Inputs;

/// <summary>A file that the build hands over: a description, an overlay, or something a description may refer to.</summary>
internal sealed record DescriptionFile
{
    /// <summary>As the build names it, normalized (<see cref="SpecPaths.Normalize"/>).</summary>
    public required string Path { get; init; }

    public required string Text { get; init; }

    /// <summary>What the <c>OpenApiSpec</c> item says; null for a file that is no such item.</summary>
    public SpecMetadata? Spec { get; init; }
}

/// <summary>Metadata of an <c>OpenApiSpec</c> item as written; null or empty means not given.</summary>
internal sealed record SpecMetadata
{
    public string? Namespace { get; init; }

    public string? ClientName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>auto</c>, <c>always</c> or <c>never</c>.</summary>
    public string? SubClients { get; init; }

    public string? Pagination { get; init; }

    /// <summary>Paths with <c>|</c> between them: a <c>;</c> would start a comment where the compiler reads metadata.</summary>
    public string? Overlays { get; init; }
}

/// <summary>What the project says for all its descriptions.</summary>
/// <param name="RootNamespace">Null or empty: generated namespaces begin with the client's name.</param>
/// <param name="ProjectDirectory">What relative paths in metadata are relative to; null: the description's folder.</param>
internal sealed record ProjectSettings(string? RootNamespace, string? ProjectDirectory);
