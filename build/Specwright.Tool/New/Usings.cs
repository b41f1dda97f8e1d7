using System.Text;

namespace Specwright.Tool.New;

/// <summary>The namespaces that a project imports in every file: naming them again would be a warning.</summary>
internal sealed class Usings(IEnumerable<string> everywhere)
{
    private readonly HashSet<string> _everywhere = new(everywhere, StringComparer.Ordinal);

    /// <summary>A file: its imports, its namespace, its code.</summary>
    public string Before(string ownNamespace, IEnumerable<string> needed, string code)
    {
        var text = new StringBuilder();
        var imports = needed.Where(name => !_everywhere.Contains(name) && !IsInside(ownNamespace, name)).Distinct()
            .OrderBy(name => IsOfSystem(name) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal).ToList();
        foreach (var import in imports)
        {
            text.Append("using ").Append(import).Append(";\n");
        }

        if (imports.Count > 0)
        {
            text.Append('\n');
        }

        return text.Append("namespace ").Append(ownNamespace).Append(";\n\n").Append(code.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n').ToString();
    }

    // Of a namespace, those around it are seen too.
    private static bool IsInside(string ownNamespace, string name) => ownNamespace == name || ownNamespace.StartsWith(name + ".", StringComparison.Ordinal);

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
