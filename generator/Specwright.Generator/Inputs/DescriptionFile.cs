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

/// <summary>What the project says for all its descriptions.</summary>
/// <param name="RootNamespace">Null or empty: generated namespaces begin with the client's name.</param>
/// <param name="ProjectDirectory">What relative paths in metadata are relative to; null: the description's folder.</param>
internal sealed record ProjectSettings(string? RootNamespace, string? ProjectDirectory);
