using Specwright.Model;

namespace Specwright.Reading;

/// <summary>A file's path as the build names it, and its text.</summary>
internal sealed record SourceFile(string Path, string Text);

/// <summary>A C# name that the build chooses, as <c>x-specwright-name</c> does inside the description.</summary>
/// <param name="Target">JSON pointer into the description, with or without the leading <c>#</c>, or the id of an operation.</param>
/// <param name="Name">The name.</param>
internal sealed record ChosenName(string Target, string Name);

/// <summary>Everything one description is made of: the file itself, the overlays in order, and files its references may lead to.</summary>
internal sealed record DescriptionSource
{
    public required SourceFile Description { get; init; }

    public EquatableArray<SourceFile> Overlays { get; init; }

    /// <summary>Applied behind the overlays.</summary>
    public EquatableArray<ChosenName> Names { get; init; }

    /// <summary>Other description files of the build; a relative reference is looked up among them by path. Nothing is read from disk.</summary>
    public EquatableArray<SourceFile> Others { get; init; }
}
