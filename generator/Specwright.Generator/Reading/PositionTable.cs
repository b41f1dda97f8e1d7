using System.Globalization;
using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Path">The path as the build names it.</param>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">In characters.</param>
/// <param name="Line">From 0.</param>
/// <param name="Column">In characters, from 0.</param>
internal readonly record struct TextPosition(string Path, int Start, int Length, int Line, int Column);

/// <summary>Where each node stands: JSON pointer to place, overlay additions included (they point into the overlay's file).</summary>
/// <remarks>
/// Kept apart from the model so that white space moves diagnostics and nothing else. Whole files are kept as flat trees: a pointer per
/// node would cost more memory than the description itself.
/// </remarks>
internal sealed class PositionTable
{
    private readonly Dictionary<string, TextPosition> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PositionTree> _trees = new(StringComparer.Ordinal);

    /// <summary>How many nodes have a place.</summary>
    public int Count => _positions.Count + _trees.Values.Sum(tree => tree.Count);

    public void Set(string pointer, TextPosition position) => _positions[pointer] = position;

    /// <summary>Adds all nodes of a file.</summary>
    public void Add(Node root) => _trees[root.Pointer] = new PositionTree(root);

    /// <summary>The place of the node, or of its nearest ancestor that has one; null when even the root is unknown.</summary>
    public TextPosition? Find(string pointer)
    {
        var current = pointer;
        while (true)
        {
            if (_positions.TryGetValue(current, out var position))
            {
                return position;
            }

            var slash = current.LastIndexOf('/');
            if (slash < 0 || slash < current.IndexOf('#'))
            {
                break;
            }

            current = current.Substring(0, slash);
        }

        var hash = pointer.IndexOf('#');
        var root = hash < 0 ? pointer + "#" : pointer.Substring(0, hash + 1);
        if (_trees.TryGetValue(root, out var tree))
        {
            return tree.Find(JsonPointer.Tokens(pointer));
        }

        if (_positions.TryGetValue("#", out var known))
        {
            return known;
        }

        return _trees.TryGetValue("#", out tree) ? tree.Find([]) : null;
    }

    /// <summary>The nodes of one file in preorder; children are linked by index. One array: a hundred thousand objects that live as long as the reading would keep the garbage collector busy.</summary>
    private sealed class PositionTree
    {
        /// <summary>Children that are looked at one by one; behind them a list by name pays.</summary>
        private const int FewChildren = 64;

        private readonly Entry[] _entries;

        /// <summary>Children by their names, of parents with many that somebody asked for: a hostile description has a finding for each of them.</summary>
        private readonly Dictionary<int, Dictionary<string, int>> _children = [];

        public PositionTree(Node root)
        {
            _entries = new Entry[root.Count()];
            Append(root);
        }

        /// <summary>Nodes that have their entry, in the end all.</summary>
        public int Count { get; private set; }

        public TextPosition Find(string[] tokens)
        {
            var current = 0;
            foreach (var token in tokens)
            {
                var child = ChildOf(current, token);
                if (child < 0)
                {
                    break;
                }

                current = child;
            }

            ref var entry = ref _entries[current];
            return entry.Source.PositionOf(entry.Start, entry.Length);
        }

        private int ChildOf(int parent, string token)
        {
            var child = _entries[parent].FirstChild;
            for (var seen = 0; child >= 0 && seen < FewChildren; seen++)
            {
                if (string.Equals(_entries[child].Token, token, StringComparison.Ordinal))
                {
                    return child;
                }

                child = _entries[child].NextSibling;
            }

            return child < 0 ? -1 : ChildrenOf(parent).TryGetValue(token, out var found) ? found : -1;
        }

        /// <remarks>A table is shared by all who read the same text, on several threads.</remarks>
        private Dictionary<string, int> ChildrenOf(int parent)
        {
            lock (_children)
            {
                if (!_children.TryGetValue(parent, out var children))
                {
                    children = new Dictionary<string, int>(StringComparer.Ordinal);
                    for (var child = _entries[parent].FirstChild; child >= 0; child = _entries[child].NextSibling)
                    {
                        children[_entries[child].Token] = child;
                    }

                    _children.Add(parent, children);
                }

                return children;
            }
        }

        private int Append(Node node)
        {
            var token = node.Parent is ArrayNode ? node.Index.ToString(CultureInfo.InvariantCulture) : node.Name;
            var position = Count++;
            _entries[position] = new Entry { Token = token, Source = node.Source, Start = node.Start, Length = node.Length, FirstChild = -1, NextSibling = -1 };
            var previous = -1;
            for (var child = 0; node is ContainerNode container && child < container.Children.Count; child++)
            {
                var index = Append(container.Children[child]);
                if (previous < 0)
                {
                    _entries[position].FirstChild = index;
                }
                else
                {
                    _entries[previous].NextSibling = index;
                }

                previous = index;
            }

            return position;
        }

        private struct Entry
        {
            public required string Token { get; init; }

            public required SourceText Source { get; init; }

            public required int Start { get; init; }

            public required int Length { get; init; }

            /// <summary>-1: none.</summary>
            public required int FirstChild { get; set; }

            /// <summary>-1: none.</summary>
            public required int NextSibling { get; set; }
        }
    }
}
