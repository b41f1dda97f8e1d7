using System.Text.RegularExpressions;
using Specwright.Inputs;
using Specwright.Tool.Projects;

namespace Specwright.Tool.New;

/// <summary>The <c>OpenApiSpec</c> item of a new description: one that the project has already, or one to be added.</summary>
internal sealed record SpecItem
{
    /// <summary>What the generator will be told.</summary>
    public required SpecMetadata Metadata { get; init; }

    /// <summary>The element to add; null: an item of the project covers the file.</summary>
    public required string? Element { get; init; }

    /// <summary>What a project may say for all its descriptions: to be asked of MSBuild.</summary>
    public static IReadOnlyList<string> Properties { get; } = [.. OptionNames.All.Select(PropertyOf)];

    /// <param name="project">With its <c>OpenApiSpec</c> items.</param>
    /// <param name="projectText">The project file.</param>
    /// <param name="path">Where the description will lie.</param>
    /// <param name="chosenNamespace">The user's choice; null: the root namespace and the client's name.</param>
    /// <exception cref="ToolException">An item covers the file, and says another namespace than the user.</exception>
    public static SpecItem For(ProjectEvaluation project, string projectText, string path, string? chosenNamespace)
    {
        var existing = project.Items("OpenApiSpec").FirstOrDefault(item => SpecPaths.Comparer.Equals(SpecPaths.Normalize(ProjectEvaluation.MetadataOf(item, "FullPath")), SpecPaths.Normalize(path)));
        var isThere = existing.ValueKind != System.Text.Json.JsonValueKind.Undefined;
        if (isThere || MsBuildText.IncludesOf(projectText, "OpenApiSpec").Any(include => IsCaught(project.Folder, include, path)))
        {
            var metadata = SpecMetadata.Of(option => List(isThere ? ProjectEvaluation.MetadataOf(existing, option) : project.Property(PropertyOf(option))));
            return chosenNamespace is null || chosenNamespace == metadata[OptionNames.Namespace]
                ? new() { Metadata = metadata, Element = null }
                : throw new ToolException($"an OpenApiSpec item of {ProjectArguments.DisplayPath(project.Path)} covers '{ProjectArguments.DisplayPath(path)}' already: set Namespace there");
        }

        var clientName = SpecNames.ClientNameOf(path);
        var name = chosenNamespace ?? (project.Property("RootNamespace") is { Length: > 0 } root ? $"{root}.{clientName}" : clientName);
        var relative = Path.GetRelativePath(project.Folder, path);
        relative = projectText.Contains("Include=\"..\\", StringComparison.Ordinal) ? relative.Replace('/', '\\') : relative.Replace('\\', '/');
        return new()
        {
            Metadata = SpecMetadata.Of(option => option == OptionNames.Namespace ? name : List(project.Property(PropertyOf(option)))),
            Element = $"<OpenApiSpec Include=\"{MsBuildText.Escape(relative)}\" Namespace=\"{MsBuildText.Escape(name)}\" />",
        };
    }

    private static string PropertyOf(string option) => "Specwright" + option;

    // As the compiler is handed lists.
    private static string List(string text) => text.Replace(';', '|');

    /// <summary>Whether a pattern such as <c>specs/*.yaml</c> will catch the file.</summary>
    private static bool IsCaught(string folder, string include, string path) => include.Split(';').Where(pattern => pattern.Contains('*')).Any(pattern =>
    {
        var full = SpecPaths.Combine(SpecPaths.Normalize(folder), pattern.Trim());
        var expression = Regex.Escape(full).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return Regex.IsMatch(SpecPaths.Normalize(path), $"^{expression}$", RegexOptions.IgnoreCase);
    });
}
