using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Specwright.Shell;

namespace Specwright.Golden;

/// <summary>One folder below <c>Golden/</c>: a description, its expected text and its use.</summary>
/// <remarks>
/// <c>description.yaml</c> (<c>.yml</c>, <c>.json</c>) is the <c>OpenApiSpec</c> item; <c>item.xml</c>, where it lies beside, is that item with
/// metadata, as a project file would have it. Every other such file in the folder or below is handed over too: <c>description.overlay.yaml</c>,
/// or parts that a reference names.
/// </remarks>
internal sealed class GoldenCase
{
    private static readonly string[] DescriptionNames = ["description.yaml", "description.yml", "description.json"];

    private GoldenCase(string folder) => Folder = folder;

    /// <summary>The folder that holds all cases.</summary>
    public static string Root { get; } = RepositoryFolder.PathOf("tests", "Specwright.Generator.Tests", "Golden");

    public static IReadOnlyList<string> Names { get; } = Directory.EnumerateDirectories(Root)
        .Select(folder => Path.GetFileName(folder)!)
        .Order(StringComparer.Ordinal)
        .ToList();

    public string Folder { get; }

    public string UsagePath => Path.Combine(Folder, "Usage.cs");

    public string GeneratedFolder => Path.Combine(Folder, "Generated");

    public string DiagnosticsPath => Path.Combine(Folder, "diagnostics.txt");

    public static GoldenCase Of(string name) => new(Path.Combine(Root, name));

    /// <summary>The case as a project: client <c>Acme</c> in the namespace <c>Acme</c> unless <c>item.xml</c> says otherwise.</summary>
    public SpecProject Project() => AddTo(SpecProject.Empty, "", new Dictionary<string, string>());

    /// <summary>The case as a part of a larger project, in a namespace of its own.</summary>
    /// <param name="project">The rest.</param>
    /// <param name="name">Of the case.</param>
    /// <param name="metadata">Wins over <c>item.xml</c>.</param>
    public SpecProject AddTo(SpecProject project, string name, IReadOnlyDictionary<string, string> metadata)
    {
        var all = Metadata();
        foreach (var (option, value) in metadata)
        {
            all[option] = value;
        }

        if (name.Length > 0)
        {
            all["Namespace"] = "Golden_" + string.Concat(name.Select(character => char.IsLetterOrDigit(character) ? character : '_'));
        }

        foreach (var path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(IsText).Order(StringComparer.Ordinal))
        {
            var place = Path.GetRelativePath(Folder, path).Replace('\\', '/');
            var file = name.Length > 0 ? $"{name}/{place}" : place;
            project = DescriptionNames.Contains(place)
                ? project.WithItem(file, File.ReadAllText(path), all)
                : project.WithFile(file, File.ReadAllText(path));
        }

        return project;
    }

    /// <summary>What the analyzer says of the project, as <c>diagnostics.txt</c> has it: a line for each, empty without any.</summary>
    public static async Task<string> DiagnosticsOfAsync(SpecProject project) =>
        string.Concat((await project.DiagnosticsAsync()).Select(diagnostic => LineOf(diagnostic) + "\n"));

    private static string LineOf(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var path = place.Path.Replace(SpecProject.Directory, "", StringComparison.Ordinal);
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return $"{path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(null)}";
    }

    private bool IsText(string path) => Path.GetExtension(path) is ".yaml" or ".yml" or ".json" && !path.StartsWith(GeneratedFolder, StringComparison.Ordinal);

    private Dictionary<string, string> Metadata()
    {
        var metadata = new Dictionary<string, string> { ["Spec"] = "true", ["Namespace"] = "Acme", ["ClientName"] = "Acme" };
        var item = Path.Combine(Folder, "item.xml");
        foreach (var attribute in File.Exists(item) ? XDocument.Load(item).Root!.Attributes() : [])
        {
            metadata[attribute.Name.LocalName] = attribute.Value;
        }

        return metadata;
    }
}
