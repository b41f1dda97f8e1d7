using System.Text.RegularExpressions;
using Specwright.Inputs;

namespace Specwright.Tool.Linting;

/// <summary>Gathers what a description is made of from the disk, as the build would hand it over.</summary>
internal static partial class LintedFiles
{
    /// <exception cref="ToolException">A named file is not there, or the first is no description but an overlay.</exception>
    public static IReadOnlyList<SpecInput> Read(string spec, IReadOnlyList<string> overlays)
    {
        var path = FullPath(spec, "description");
        var named = overlays.Select(overlay => FullPath(overlay, "overlay")).ToList();
        var beside = named.Count > 0 ? [] : SpecNames.OverlaysBeside(path).Where(File.Exists);
        var files = new Dictionary<string, DescriptionFile>(StringComparer.Ordinal);
        var unread = new Queue<string>([path, .. named, .. beside]);
        while (unread.TryDequeue(out var next))
        {
            if (!files.ContainsKey(next))
            {
                var file = new DescriptionFile { Path = next, Text = File.ReadAllText(next) };
                files.Add(next, file);
                foreach (var reference in ReferencesOf(file))
                {
                    unread.Enqueue(reference);
                }
            }
        }

        files[path] = files[path] with { Spec = SpecMetadata.Of(option => option == OptionNames.Overlay ? string.Join('|', named) : null) };
        var settings = new ProjectSettings(RootNamespace: null, SpecPaths.Normalize(Directory.GetCurrentDirectory()));
        var inputs = SpecInputs.Of(files.Values, settings);
        return inputs.Count > 0 ? inputs : throw new ToolException($"'{spec}' is an overlay: name the description it belongs to");
    }

    /// <summary>Full paths of the files that a description refers to, and those that these refer to; without itself.</summary>
    public static IReadOnlyList<string> PartsOf(string path, string text)
    {
        var parts = new List<string>();
        var unread = new Queue<DescriptionFile>([new DescriptionFile { Path = path, Text = text }]);
        while (unread.TryDequeue(out var next))
        {
            foreach (var reference in ReferencesOf(next).Where(reference => reference != path && !parts.Contains(reference)))
            {
                parts.Add(reference);
                unread.Enqueue(new DescriptionFile { Path = reference, Text = File.ReadAllText(reference) });
            }
        }

        return parts;
    }

    private static string FullPath(string path, string kind) => File.Exists(path)
        ? SpecPaths.Normalize(Path.GetFullPath(path))
        : throw new ToolException($"there is no {kind} '{path}'");

    private static IEnumerable<string> ReferencesOf(DescriptionFile file) => Reference().Matches(file.Text)
        .Select(match => SpecPaths.Combine(SpecPaths.FolderOf(file.Path), Uri.UnescapeDataString(match.Groups["path"].Value)))
        .Where(File.Exists);

    [GeneratedRegex("""\$ref['"]?\s*:\s*['"]?(?<path>[^'"#\s]+\.(yaml|yml|json))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
