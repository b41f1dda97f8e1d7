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
        var evaluation = await EvaluateAsync(path, targetFramework: null, restored, cancellationToken);
        if (PropertyOf(evaluation, "TargetFrameworks") is { Length: > 0 } frameworks)
        {
            // A project for several frameworks has most of its items in the build of each one; descriptions are the same in all.
            var last = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
            evaluation = await EvaluateAsync(path, last, restored, cancellationToken);
        }

        var files = new List<DescriptionFile>();
        foreach (var item in evaluation.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray())
        {
            if (IsSpec(item) || SpecNames.IsText(MetadataOf(item, "FullPath")))
            {
                files.Add(await ReadFileAsync(path, item, cancellationToken));
            }
        }

        var settings = new ProjectSettings(PropertyOf(evaluation, "RootNamespace"), PropertyOf(evaluation, "MSBuildProjectDirectory"));
        var inputs = SpecInputs.Of(files, settings);
        return inputs.Count > 0
            ? new ClientProject(path, inputs)
            : throw new ToolException($"{ProjectArguments.DisplayPath(path)} has no OpenApiSpec items");
    }

    private static async Task<JsonElement> EvaluateAsync(string path, string? targetFramework, string? restored, CancellationToken cancellationToken)
    {
        List<string> arguments =
        [
            "msbuild", path, "-nologo", "-getItem:AdditionalFiles", "-getProperty:RootNamespace,MSBuildProjectDirectory,TargetFrameworks",
        ];
        if (targetFramework is not null)
        {
            arguments.Add("-property:TargetFramework=" + targetFramework);
        }

        if (restored is not null)
        {
            arguments.Add("-property:MSBuildProjectExtensionsPath=" + restored + Path.DirectorySeparatorChar);
        }

        var (exitCode, output) = await DotnetProcess.RunAsync(arguments, cancellationToken);
        if (exitCode != 0)
        {
            throw new ToolException($"{ProjectArguments.DisplayPath(path)} cannot be evaluated:\n{output.Trim()}");
        }

        try
        {
            using var document = JsonDocument.Parse(output);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ToolException($"{ProjectArguments.DisplayPath(path)}: MSBuild did not answer in JSON (SDK 8.0.100 or later is needed):\n{output.Trim()}");
        }
    }

    private static async Task<DescriptionFile> ReadFileAsync(string project, JsonElement item, CancellationToken cancellationToken)
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
            Spec = IsSpec(item) ? SpecOf(item) : null,
        };
    }

    private static bool IsSpec(JsonElement item) => StringComparer.OrdinalIgnoreCase.Equals(MetadataOf(item, "SpecwrightSpec"), "true");

    private static SpecMetadata SpecOf(JsonElement item) => SpecMetadata.Of(option => MetadataOf(item, "Specwright" + option));

    private static string MetadataOf(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string? PropertyOf(JsonElement evaluation, string name) => evaluation.GetProperty("Properties").GetProperty(name).GetString();
}
