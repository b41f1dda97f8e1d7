using System.Text.Json;

namespace Specwright.Tool.Projects;

/// <summary>What MSBuild makes of a project, without building it.</summary>
internal sealed class ProjectEvaluation
{
    private readonly JsonElement _answer;

    private ProjectEvaluation(string path, JsonElement answer)
    {
        Path = path;
        _answer = answer;
    }

    /// <summary>Full path of the project file.</summary>
    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The framework that was evaluated: of several the last.</summary>
    public string TargetFramework => Property("TargetFramework");

    /// <summary>Of a project for several frameworks the build of the last one: most items are in those builds only, and descriptions are the same in all.</summary>
    /// <param name="path">Full path of the project file.</param>
    /// <param name="items">Kinds of items that are to be known.</param>
    /// <param name="properties">Properties that are to be known.</param>
    /// <param name="cancellationToken">Ends MSBuild.</param>
    /// <param name="restored">
    /// Where restoring left what packages bring into the project, the folder <c>obj</c> of another copy of it; null: the project's own. A copy that was never restored
    /// would not know of OpenApiSpec items.
    /// </param>
    /// <exception cref="ToolException">The project cannot be evaluated.</exception>
    public static async Task<ProjectEvaluation> OfAsync(
        string path, IReadOnlyList<string> items, IReadOnlyList<string> properties, CancellationToken cancellationToken, string? restored = null)
    {
        IReadOnlyList<string> asked = [.. properties, "TargetFramework", "TargetFrameworks"];
        var evaluation = await EvaluateAsync(path, items, asked, targetFramework: null, restored, cancellationToken);
        return evaluation.Property("TargetFrameworks") is { Length: > 0 } frameworks
            ? await EvaluateAsync(path, items, asked, frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1], restored, cancellationToken)
            : evaluation;
    }

    /// <summary>Empty where it is not set.</summary>
    public string Property(string name) => _answer.GetProperty("Properties").GetProperty(name).GetString() ?? "";

    public bool IsTrue(string name) => StringComparer.OrdinalIgnoreCase.Equals(Property(name), "true");

    public IEnumerable<JsonElement> Items(string name) => _answer.GetProperty("Items").GetProperty(name).EnumerateArray();

    /// <summary>What stands in the items' <c>Include</c>.</summary>
    public IReadOnlyList<string> Identities(string name) => [.. Items(name).Select(item => MetadataOf(item, "Identity"))];

    public static string MetadataOf(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static async Task<ProjectEvaluation> EvaluateAsync(
        string path, IReadOnlyList<string> items, IReadOnlyList<string> properties, string? targetFramework, string? restored, CancellationToken cancellationToken)
    {
        List<string> arguments = ["msbuild", path, "-nologo", "-getItem:" + string.Join(',', items), "-getProperty:" + string.Join(',', properties)];
        if (targetFramework is not null)
        {
            arguments.Add("-property:TargetFramework=" + targetFramework);
        }

        if (restored is not null)
        {
            arguments.Add("-property:MSBuildProjectExtensionsPath=" + restored + System.IO.Path.DirectorySeparatorChar);
        }

        var (exitCode, output) = await DotnetProcess.RunAsync(arguments, cancellationToken);
        if (exitCode != 0)
        {
            throw new ToolException($"{ProjectArguments.DisplayPath(path)} cannot be evaluated:\n{output.Trim()}");
        }

        try
        {
            using var document = JsonDocument.Parse(output);
            return new ProjectEvaluation(path, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new ToolException($"{ProjectArguments.DisplayPath(path)}: MSBuild did not answer in JSON (SDK 8.0.100 or later is needed):\n{output.Trim()}");
        }
    }
}
