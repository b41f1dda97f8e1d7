using System.Globalization;

namespace Specwright.Reading.Text;

/// <summary>One value of a description's text, JSON or YAML alike, that knows its parent and its place.</summary>
/// <remarks>
/// A tree of our own rather than <c>JsonNode</c>: overlays graft parts of one file into another and each part keeps the place it was
/// written at. The reading library gets a <c>JsonNode</c> copy of the finished tree.
/// </remarks>
internal abstract class Node(NodeSource origin, int start, int length)
{
    private string? _pointer;

    public ContainerNode? Parent { get; private set; }

    /// <summary>The member's name, unescaped; empty for an item and for the root.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The position among the parent's members or items; 0 for the root.</summary>
    public int Index { get; set; }

    /// <summary>Where <see cref="Source"/> comes from.</summary>
    public NodeSource Origin { get; set; } = origin;

    /// <summary>The file this node was written in: the overlay's, for what an overlay added.</summary>
    public SourceText Source => Origin.Text;

    /// <summary>Offset of the member's key or, for an item and the root, of the value.</summary>
    public int Start { get; set; } = start;

    public int Length { get; set; } = length;

    /// <summary>JSON pointer in the tree the node hangs in. Ask only when the tree is finished: it is computed once.</summary>
    public string Pointer => _pointer ??= Parent switch
    {
        null => "#",
        ArrayNode => Parent.Pointer + "/" + Index.ToString(CultureInfo.InvariantCulture),
        _ => Parent.Pointer + "/" + JsonPointer.Escape(Name),
    };

    public Node Root
    {
        get
        {
            var current = this;
            while (current.Parent is not null)
            {
                current = current.Parent;
            }

            return current;
        }
    }

    /// <summary>Makes this node the root of a file other than the description: its pointers start with the file's path.</summary>
    public void BecomeRootOf(string path) => _pointer = path + "#";

    public void Attach(ContainerNode? parent, string name)
    {
        Parent = parent;
        Name = name;
    }

    /// <summary>How many nodes it is together with all that are in it.</summary>
    public int Count()
    {
        var count = 1;
        for (var index = 0; this is ContainerNode container && index < container.Children.Count; index++)
        {
            count += container.Children[index].Count();
        }

        return count;
    }

    /// <summary>A copy without a parent, at the same place of the text.</summary>
    public Node Copy(NodeBudget budget, int depth)
    {
        budget.Spend(depth, Source, Start);
        switch (this)
        {
            case ObjectNode original:
                var copy = new ObjectNode(Origin, Start, Length, original.Members.Count) { End = original.End };
                foreach (var member in original.Members)
                {
                    copy.Add(member.Name, member.Copy(budget, depth + 1));
                }

                return copy;
            case ArrayNode original:
                var array = new ArrayNode(Origin, Start, Length, original.Items.Count) { End = original.End };
                foreach (var item in original.Items)
                {
                    array.Add(item.Copy(budget, depth + 1));
                }

                return array;
            default:
                var scalar = (ScalarNode)this;
                return new ScalarNode(Origin, Start, Length, scalar.Kind, scalar.Text);
        }
    }
}

internal abstract class ContainerNode(NodeSource origin, int start, int length) : Node(origin, start, length)
{
    /// <summary>Offset behind the closing brace or bracket; 0 where there is none, in the block style of YAML.</summary>
    public int End { get; set; }

    /// <summary>Whether it is written between braces or brackets.</summary>
    public bool IsFlow => End > 0;

    /// <summary>Members or items in order.</summary>
    public abstract IReadOnlyList<Node> Children { get; }

    /// <summary>Puts another node in the place of a child, with its name.</summary>
    public void Replace(Node child, Node other)
    {
        other.Attach(this, child.Name);
        other.Index = child.Index;
        SetChild(child.Index, other);
        child.Attach(null, "");
    }

    /// <summary>Removes several at once: one by one, a hostile overlay would make this quadratic.</summary>
    public abstract void RemoveAll(ISet<Node> removed);

    /// <summary>One that has the same name as the one before it.</summary>
    protected abstract void SetChild(int index, Node child);

    protected static void Detach(List<Node> children, ISet<Node> removed)
    {
        foreach (var child in children)
        {
            if (removed.Contains(child))
            {
                child.Attach(null, "");
            }
        }

        children.RemoveAll(removed.Contains);
        for (var index = 0; index < children.Count; index++)
        {
            children[index].Index = index;
        }
    }
}

internal sealed class ObjectNode(NodeSource origin, int start, int length, int capacity = 0) : ContainerNode(origin, start, length)
{
    private const int LookupThreshold = 8;

    private readonly List<Node> _members = new(capacity);
    private Dictionary<string, Node>? _lookup;

    /// <summary>In the order of the text; names are unique.</summary>
    public IReadOnlyList<Node> Members => _members;

    public override IReadOnlyList<Node> Children => _members;

    public Node? this[string name]
    {
        get
        {
            if (_members.Count <= LookupThreshold)
            {
                foreach (var member in _members)
                {
                    if (string.Equals(member.Name, name, StringComparison.Ordinal))
                    {
                        return member;
                    }
                }

                return null;
            }

            _lookup ??= _members.ToDictionary(member => member.Name, StringComparer.Ordinal);
            return _lookup.TryGetValue(name, out var found) ? found : null;
        }
    }

    /// <summary>Adds a member whose name is new.</summary>
    public void Add(string name, Node value)
    {
        value.Attach(this, name);
        value.Index = _members.Count;
        _members.Add(value);
        _lookup?.Add(name, value);
    }

    /// <summary>Adds a member or, where the name exists, puts the value into the old one's place in the order.</summary>
    public void Set(string name, Node value)
    {
        if (this[name] is not { } existing)
        {
            Add(name, value);
            return;
        }

        Replace(existing, value);
    }

    public override void RemoveAll(ISet<Node> removed)
    {
        Detach(_members, removed);
        _lookup = null;
    }

    protected override void SetChild(int index, Node child)
    {
        _members[index] = child;
        if (_lookup is not null)
        {
            _lookup[child.Name] = child;
        }
    }
}

internal sealed class ArrayNode(NodeSource origin, int start, int length, int capacity = 0) : ContainerNode(origin, start, length)
{
    private readonly List<Node> _items = new(capacity);

    public IReadOnlyList<Node> Items => _items;

    public override IReadOnlyList<Node> Children => _items;

    public void Add(Node item)
    {
        item.Attach(this, "");
        item.Index = _items.Count;
        _items.Add(item);
    }

    public override void RemoveAll(ISet<Node> removed) => Detach(_items, removed);

    protected override void SetChild(int index, Node child) => _items[index] = child;
}

internal enum ScalarKind
{
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(NodeSource origin, int start, int length, ScalarKind kind, string text) : Node(origin, start, length)
{
    public ScalarKind Kind { get; } = kind;

    /// <summary>The string's value, or the JSON literal: <c>1.50</c> stays <c>1.50</c>.</summary>
    public string Text { get; } = text;
}
