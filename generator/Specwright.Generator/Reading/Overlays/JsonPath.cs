using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>A parsed JSONPath query (RFC 9535): a list of steps, each from a set of nodes to the next.</summary>
internal sealed class JsonPath(IReadOnlyList<JsonPathStep> steps, NodeBudget budget)
{
    /// <summary>Whether it can select one node at most (RFC 9535, 2.3.5.1): names and indexes only.</summary>
    public bool IsSingular => steps.All(step => !step.IsRecursive && step.Selectors.Count == 1 && step.Selectors[0] is NameSelector or IndexSelector);

    /// <summary>The nodes selected, each once, in the order they are met.</summary>
    public IReadOnlyList<Node> Select(Node start)
    {
        List<Node> current = [start];
        foreach (var step in steps)
        {
            // Each node once: otherwise '$..*..*..*' makes billions out of a small description. A child has one parent, so two ways
            // to a node exist only where steps recurse from several nodes or list several selectors.
            var selected = new List<Node>();
            var visited = step.IsRecursive && current.Count > 1 ? new HashSet<Node>() : null;
            foreach (var node in current)
            {
                Visit(step, node, selected, visited);
            }

            current = step.Selectors.Count > 1 ? [.. selected.Distinct()] : selected;
        }

        return current;
    }

    private void Visit(JsonPathStep step, Node node, List<Node> selected, HashSet<Node>? visited)
    {
        budget.Look(node);
        if (visited is not null && !visited.Add(node))
        {
            return;
        }

        foreach (var selector in step.Selectors)
        {
            foreach (var child in selector.Select(node))
            {
                budget.Look(child);
                selected.Add(child);
            }
        }

        if (step.IsRecursive && node is ContainerNode container)
        {
            foreach (var child in container.Children)
            {
                Visit(step, child, selected, visited);
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

/// <summary>RFC 9535, 2.3.4: <c>start:end:step</c>, each optional; negative bounds count from the end, a negative step walks backwards.</summary>
internal sealed record SliceSelector(int? Start, int? End, int Step) : JsonPathSelector
{
    public override IEnumerable<Node> Select(Node node)
    {
        if (node is not ArrayNode array || Step == 0)
        {
            yield break;
        }

        var count = array.Items.Count;
        if (Step > 0)
        {
            var end = Bound(End ?? count, 0, count, count);
            for (long index = Bound(Start ?? 0, 0, count, count); index < end; index += Step)
            {
                yield return array.Items[(int)index];
            }
        }
        else
        {
            // The open end lies before the first element, which no number can say: -1 is the last element.
            var end = End is { } last ? Bound(last, -1, count - 1, count) : -1;
            for (long index = Bound(Start ?? count - 1, -1, count - 1, count); index > end; index += Step)
            {
                yield return array.Items[(int)index];
            }
        }
    }

    private static long Bound(int bound, int lowest, int highest, int count) => Math.Min(Math.Max(bound >= 0 ? bound : (long)count + bound, lowest), highest);
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
