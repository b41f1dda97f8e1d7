using Specwright.Inputs;

namespace Specwright.Tool.Projects;

/// <summary>A project with its descriptions, as the build sees them.</summary>
/// <param name="Path">Full path of the project file.</param>
/// <param name="Inputs">Its descriptions.</param>
internal sealed record ClientProject(string Path, IReadOnlyList<SpecInput> Inputs)
{
    public string DisplayName => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string DisplayPath => ProjectArguments.DisplayPath(Path);

    /// <summary>Where the copy for review lies.</summary>
    public string GeneratedFolder => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "Generated");

    public string DisplayPathOf(string generatedFile) => ProjectArguments.DisplayPath(System.IO.Path.Combine(GeneratedFolder, generatedFile));
}
