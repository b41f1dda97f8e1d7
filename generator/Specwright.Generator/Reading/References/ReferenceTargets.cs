using Specwright.Reading.Text;

namespace Specwright.Reading.References;

/// <summary>Every node that some reference of the description leads to, found before any schema is read.</summary>
/// <remarks>
/// A schema inside a path or a property that is referred to from elsewhere must be one type for both places, so its own place has to
/// know beforehand that it is a target.
/// </remarks>
internal sealed class ReferenceTargets
{
    private readonly HashSet<Node> _targets = [];
    private readonly HashSet<Node> _known = [];
    private readonly Queue<Node> _pending = new();
    private readonly ReferenceResolver _resolver;

    public ReferenceTargets(Node root, ReferenceResolver resolver, CancellationToken cancellationToken)
    {
        _resolver = resolver;
        Enqueue(root);
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Walk(_pending.Dequeue());
        }
    }

    public bool Contains(Node node) => _targets.Contains(node);

    private void Enqueue(Node root)
    {
        if (_known.Add(root))
        {
            _pending.Enqueue(root);
        }
    }

    private void Walk(Node node)
    {
        if (ReferenceResolver.ReferenceOf(node) is { } reference && _resolver.Step(reference, node) is { } target)
        {
            _targets.Add(target);
            Enqueue(target.Root);
        }

        for (var index = 0; node is ContainerNode container && index < container.Children.Count; index++)
        {
            Walk(container.Children[index]);
        }
    }
}
