using System.Reflection;
using Specwright.Tool.Projects;

namespace Specwright.Tool.New;

/// <summary>References that a project lacks: to a project where the repository has it, otherwise to a package, with its version where the repository keeps versions.</summary>
internal sealed class PackageReferences(string root, FileChanges changes)
{
    private static readonly Dictionary<string, string> Versions = typeof(PackageReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(metadata => metadata.Key.StartsWith("Package:", StringComparison.Ordinal))
        .ToDictionary(metadata => metadata.Key["Package:".Length..], metadata => metadata.Value!, StringComparer.Ordinal);

    /// <summary>The items and properties that <see cref="ReferenceTo"/> looks at.</summary>
    public static IReadOnlyList<string> Items => ["PackageReference", "ProjectReference"];

    /// <inheritdoc cref="Items"/>
    public static IReadOnlyList<string> Properties => ["ManagePackageVersionsCentrally", "DirectoryPackagesPropsPath"];

    /// <summary>The element that references a package of ours or of the tests; null where the project has the reference.</summary>
    /// <param name="project">The project, or for one that is to be made the one whose settings it will share.</param>
    /// <param name="folder">Of the project that gets the reference.</param>
    /// <param name="id">The package, which is also the name of its project.</param>
    /// <param name="isNew">The project is yet to be made: it has no reference.</param>
    public string? ReferenceTo(ProjectEvaluation project, string folder, string id, bool isNew)
    {
        if (!isNew && (project.Identities("PackageReference").Contains(id, StringComparer.OrdinalIgnoreCase)
            || project.Identities("ProjectReference").Any(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')) == id)))
        {
            return null;
        }

        if (ProjectDiscovery.FindByName(root, id) is { } source)
        {
            return $"<ProjectReference Include=\"{MsBuildText.Escape(Path.GetRelativePath(folder, source).Replace('/', '\\'))}\" />";
        }

        var version = Versions.GetValueOrDefault(id, ToolVersion.Current);
        if (!project.IsTrue("ManagePackageVersionsCentrally"))
        {
            return $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";
        }

        changes.Edit(project.Property("DirectoryPackagesPropsPath"), text => MsBuildText.IncludesOf(text ?? "<Project />", "PackageVersion").Contains(id, StringComparer.OrdinalIgnoreCase)
            ? text!
            : MsBuildText.AddItem(text ?? "<Project>\n</Project>\n", $"<PackageVersion Include=\"{id}\" Version=\"{version}\" />"));
        return $"<PackageReference Include=\"{id}\" />";
    }
}
