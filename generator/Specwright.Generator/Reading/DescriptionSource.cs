using Specwright.Model;

namespace Specwright.Reading;

/// <summary>A file's path as the build names it, and its text.</summary>
internal sealed record SourceFile(string Path, string Text);

/// <summary>Everything one description is made of: the file itself, the overlays in order, and files its references may lead to.</summary>
internal sealed record DescriptionSource
{
    public required SourceFile Description { get; init; }

    public EquatableArray<SourceFile> Overlays { get; init; }

    /// <summary>Other description files of the build; a relative reference is looked up among them by path. Nothing is read from disk.</summary>
    public EquatableArray<SourceFile> Others { get; init; }
}
