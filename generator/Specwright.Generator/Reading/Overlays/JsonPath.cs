using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>A parsed JSONPath query (RFC 9535): a list of steps, each from a set of nodes to the next.</summary>
/// <remarks>Without slices and function extensions, which no overlay we know uses; the reader names them when it meets one.</remarks>
internal sealed class JsonPath(IReadOnlyList<JsonPathStep> steps)
{
    /// <summary>The nodes selected, each once, in the order they are met.</summary>
    public IReadOnlyList<Node> Select(Node start, CancellationToken cancellationToken)
    {
        List<Node> current = [start];
        foreach (var step in steps)
        {
            // Each node once: otherwise '$..*..*..*' makes billions out of a small description. A child has one parent, so two ways
            // to a node exist only where steps recurse or list several selectors.
            var selected = new List<Node>();
            var visited = step.IsRecursive ? new HashSet<Node>() : null;
            foreach (var node in current)
            {
                Visit(step, node, selected, visited, cancellationToken);
            }

            current = step.Selectors.Count > 1 ? [.. selected.Distinct()] : selected;
        }

        return current;
    }

    private static void Visit(JsonPathStep step, Node node, List<Node> selected, HashSet<Node>? visited, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (visited is not null && !visited.Add(node))
        {
            return;
        }

        foreach (var selector in step.Selectors)
        {
            selected.AddRange(selector.Select(node));
        }

        if (visited is not null && node is ContainerNode container)
        {
            foreach (var child in container.Children)
            {
                Visit(step, child, selected, visited, cancellationToken);
            }
        }
    }
}

/// <param name="IsRecursive">Written with two dots: applies to the node and everything below it.</param>
/// <param name="Selectors">At least one.</param>
internal sealed record JsonPathStep(bool IsRecursive, IReadOnlyList<JsonPathSelector> Selectors);

internal abstract record JsonPathSelector
{
    public abstract IEnumerable<Node> Select(Node node);
}

internal sealed record NameSelector(string Name) : JsonPathSelector
{
    public override IEnumerable<Node> Select(Node node) => node is ObjectNode parent && parent[Name] is { } member ? [member] : [];
}

/// <param name="Index">Negative counts from the end.</param>
internal sealed record IndexSelector(int Index) : JsonPathSelector
{
    public override IEnumerable<Node> Select(Node node)
    {
        if (node is not ArrayNode array)
        {
            return [];
        }

        var index = Index < 0 ? array.Items.Count + Index : Index;
        return index >= 0 && index < array.Items.Count ? [array.Items[index]] : [];
    }
}

internal sealed record WildcardSelector : JsonPathSelector
{
    public override IEnumerable<Node> Select(Node node) => node is ContainerNode container ? container.Children : [];
}

internal sealed record FilterSelector(JsonPathFilter Filter) : JsonPathSelector
{
    public override IEnumerable<Node> Select(Node node) =>
        node is ContainerNode container ? container.Children.Where(child => Filter.Holds(child)) : [];
}
