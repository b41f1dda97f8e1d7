using System.Text.Json;
using Specwright.Inputs;

namespace Specwright.Tool.Projects;

/// <summary>Asks MSBuild for what the compiler would be given, so that the tool and the build cannot differ.</summary>
internal static class ProjectReader
{
    /// <param name="path">Full path of the project file.</param>
    /// <param name="cancellationToken">Ends MSBuild.</param>
    /// <param name="restored">
    /// Where restoring left what packages bring into the project, the folder <c>obj</c> of another copy of it; null: the project's own. A copy that was never restored
    /// would not know of OpenApiSpec items.
    /// </param>
    /// <exception cref="ToolException">The project cannot be evaluated, has no descriptions, or names a file that is not there.</exception>
    public static async Task<ClientProject> ReadAsync(string path, CancellationToken cancellationToken, string? restored = null)
    {
        var evaluation = await ProjectEvaluation.OfAsync(path, ["AdditionalFiles", "EditorConfigFiles"], ["RootNamespace", "MSBuildProjectDirectory"], cancellationToken, restored);
        var configuration = await ConfigurationFiles.ReadAsync(evaluation.Items("EditorConfigFiles").Select(item => MetadataOf(item, "FullPath")), cancellationToken);
        var files = new List<DescriptionFile>();
        foreach (var item in evaluation.Items("AdditionalFiles"))
        {
            if (IsSpec(item) || SpecNames.IsText(MetadataOf(item, "FullPath")))
            {
                files.Add(await ReadFileAsync(path, item, configuration, cancellationToken));
            }
        }

        var settings = new ProjectSettings(evaluation.Property("RootNamespace"), evaluation.Property("MSBuildProjectDirectory"));
        var inputs = SpecInputs.Of(files, settings);
        return inputs.Count > 0
            ? new ClientProject(path, inputs)
            : throw new ToolException($"{ProjectArguments.DisplayPath(path)} has no OpenApiSpec items");
    }

    private static async Task<DescriptionFile> ReadFileAsync(string project, JsonElement item, ConfigurationFiles configuration, CancellationToken cancellationToken)
    {
        var path = MetadataOf(item, "FullPath");
        if (!File.Exists(path))
        {
            throw new ToolException($"{ProjectArguments.DisplayPath(project)} names '{MetadataOf(item, "Identity")}', and there is no such file");
        }

        return new()
        {
            Path = SpecPaths.Normalize(path),
            Text = await File.ReadAllTextAsync(path, cancellationToken),
            Spec = IsSpec(item) ? SpecMetadata.Of(option => MetadataOf(item, "Specwright" + option), configuration.ReaderOf(path)) : null,
        };
    }

    private static bool IsSpec(JsonElement item) => StringComparer.OrdinalIgnoreCase.Equals(MetadataOf(item, "SpecwrightSpec"), "true");

    private static string MetadataOf(JsonElement item, string name) => ProjectEvaluation.MetadataOf(item, name);
}
