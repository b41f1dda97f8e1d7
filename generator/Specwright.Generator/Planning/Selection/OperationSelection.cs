using Specwright.Model;

namespace Specwright.Planning.Selection;

/// <summary>Which operations a client gets: those that every list of inclusions names, an empty one naming all, and no list of exclusions does.</summary>
internal sealed record OperationSelection
{
    /// <summary>Tags; <c>*</c> stands for any characters.</summary>
    public EquatableArray<string> IncludeTags { get; init; }

    public EquatableArray<string> ExcludeTags { get; init; }

    /// <summary>Path templates; <c>*</c> stands for any characters of one segment, <c>**</c> for any at all.</summary>
    public EquatableArray<string> IncludePaths { get; init; }

    public EquatableArray<string> ExcludePaths { get; init; }

    /// <summary>Ids, or method and path; <c>*</c> stands for any characters.</summary>
    public EquatableArray<string> IncludeOperations { get; init; }

    public EquatableArray<string> ExcludeOperations { get; init; }

    public bool IsEmpty => IncludeTags.IsEmpty && ExcludeTags.IsEmpty && IncludePaths.IsEmpty && ExcludePaths.IsEmpty && IncludeOperations.IsEmpty && ExcludeOperations.IsEmpty;
}
