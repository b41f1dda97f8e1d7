using Specwright.Inputs;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;

namespace Specwright.Tool.New;

/// <summary>A file that a description refers to.</summary>
/// <param name="Target">Where it will lie.</param>
/// <param name="Bytes">As they are.</param>
/// <param name="Text">As the compiler reads it.</param>
internal sealed record DescriptionPart(string Target, byte[] Bytes, string Text);

internal static class DescriptionParts
{
    /// <summary>The files that a description on this machine refers to, at the same places relative to it.</summary>
    /// <exception cref="ToolException">One lies beside or above the description's folder: in <c>specs/</c> it would meet files of others.</exception>
    public static IReadOnlyList<DescriptionPart> Of(DescriptionOrigin origin, string specs)
    {
        if (origin.Path is not { } path)
        {
            return [];
        }

        var folder = SpecPaths.FolderOf(path);
        return [.. LintedFiles.PartsOf(path, origin.Text).Select(part =>
        {
            var relative = SpecPaths.RelativeTo(folder, part);
            return relative.StartsWith("../", StringComparison.Ordinal)
                ? throw new ToolException($"the description refers to '{ProjectArguments.DisplayPath(part)}', which is not below its own folder: move it there, or bundle both into one file")
                : new DescriptionPart(SpecPaths.Combine(SpecPaths.Normalize(specs), relative), File.ReadAllBytes(part), File.ReadAllText(part));
        })];
    }
}
