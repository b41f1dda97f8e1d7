using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.References;

/// <summary>The description and the other files of the build that its references lead to, each read when first asked for.</summary>
internal sealed class DescriptionFiles
{
    private readonly TextFiles _texts;
    private readonly ICollection<Finding> _findings;
    private readonly PositionTable _positions;
    private readonly Dictionary<string, SourceFile> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node?> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, string> _paths = [];

    public DescriptionFiles(DescriptionSource source, Node description, TextFiles texts, PositionTable positions, ICollection<Finding> findings)
    {
        _texts = texts;
        _positions = positions;
        _findings = findings;
        foreach (var other in source.Others)
        {
            _others[RelativePath.Normalise(other.Path)] = other;
        }

        var own = RelativePath.Normalise(source.Description.Path);
        _roots[own] = description;
        _paths[description] = own;
    }

    /// <summary>The root of the file that a relative reference names, seen from a node; null when the build has no such file.</summary>
    /// <param name="reference">Without its fragment; empty means the node's own file.</param>
    /// <param name="from">Any node of the description or of a file found before.</param>
    public Node? Find(string reference, Node from)
    {
        if (reference.Length == 0)
        {
            return from.Root;
        }

        if (reference.IndexOf("://", StringComparison.Ordinal) >= 0 || !_paths.TryGetValue(from.Root, out var own))
        {
            return null;
        }

        var path = RelativePath.Combine(own, reference);
        if (!_roots.TryGetValue(path, out var root))
        {
            root = _others.TryGetValue(path, out var file) ? Read(file, path) : null;
            _roots.Add(path, root);
        }

        return root;
    }

    private Node? Read(SourceFile file, string path)
    {
        var pointer = file.Path + "#";
        var result = _texts.Read(file, pointer);
        if (result.Root is null)
        {
            result.Report(_positions, _findings);
            return null;
        }

        result.Root.BecomeRootOf(file.Path);
        _paths[result.Root] = path;
        _positions.Add(result.Root);
        result.Report(_positions, _findings);

        return result.Root;
    }
}
