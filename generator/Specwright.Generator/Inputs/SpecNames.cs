using System.Text;

namespace Specwright.Inputs;

/// <summary>What a file's name says: whether it is a description or an overlay, and what its client is called.</summary>
internal static class SpecNames
{
    private static readonly string[] TextExtensions = [".yaml", ".yml", ".json"];

    private static readonly string[] DescriptionSuffixes = [".openapi", ".swagger"];

    private const string OverlaySuffix = ".overlay";

    /// <summary>Whether the file can hold a description, an overlay or a part of one.</summary>
    public static bool IsText(string path) => TextExtensions.Any(extension => EndsWith(path, extension));

    /// <summary><c>acme.overlay.yaml</c>.</summary>
    public static bool IsOverlay(string path) => EndsWith(WithoutExtension(SpecPaths.NameOf(path)), OverlaySuffix);

    /// <summary>The overlay that belongs to a description without being named: <c>acme.overlay.yaml</c> for <c>acme.openapi.yaml</c> and for <c>acme.yaml</c>.</summary>
    public static IEnumerable<string> OverlaysBeside(string descriptionPath)
    {
        var stem = StemOf(descriptionPath);
        return TextExtensions.Select(extension => SpecPaths.Combine(SpecPaths.FolderOf(descriptionPath), stem + OverlaySuffix + extension));
    }

    /// <summary><c>cashfree-payouts.openapi.yaml</c> gives <c>CashfreePayouts</c>. Only ASCII, because the name becomes part of file names.</summary>
    public static string ClientNameOf(string path)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var character in StemOf(path))
        {
            if (!IsAsciiLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "Api" + name : name.ToString();
    }

    /// <summary>What the file is named after: <c>acme</c> of <c>acme.openapi.yaml</c>.</summary>
    public static string StemOf(string path)
    {
        var name = WithoutExtension(SpecPaths.NameOf(path));
        var suffix = DescriptionSuffixes.FirstOrDefault(suffix => EndsWith(name, suffix) && name.Length > suffix.Length);
        return suffix is null ? name : name.Substring(0, name.Length - suffix.Length);
    }

    public static bool IsClientName(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(character => IsAsciiLetterOrDigit(character) || character == '_');

    private static bool IsAsciiLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static string WithoutExtension(string name)
    {
        var extension = TextExtensions.FirstOrDefault(extension => EndsWith(name, extension));
        return extension is null ? name : name.Substring(0, name.Length - extension.Length);
    }

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
