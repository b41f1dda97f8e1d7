using System.Text.RegularExpressions;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>Applies one OpenAPI Overlay 1.0 file to a description's tree, in place.</summary>
internal sealed class OverlayApplier(Node description, NodeBudget budget, ICollection<Finding> findings)
{
    /// <param name="overlay">Root of the overlay's tree; it knows its own path.</param>
    /// <exception cref="TextProblemException">The description grows beyond a limit, or the targets look at too much of it.</exception>
    public void Apply(Node overlay)
    {
        if (overlay is not ObjectNode root || root["overlay"] is not ScalarNode version)
        {
            Report(Rules.OverlayInvalid, overlay, "This is no overlay: it has no 'overlay' member at its root");
        }
        else if (version.Text != "1" && !version.Text.StartsWith("1.", StringComparison.Ordinal))
        {
            Report(Rules.OverlayInvalid, version, $"The overlay version '{version.Text}' is not supported; 1.0.0 is");
        }
        else if (root["actions"] is not ArrayNode actions)
        {
            Report(Rules.OverlayInvalid, overlay, "The overlay has no list 'actions'");
        }
        else
        {
            foreach (var action in actions.Items)
            {
                ApplyAction(action);
            }
        }
    }

    private void ApplyAction(Node node)
    {
        if (node is not ObjectNode action || action["target"] is not ScalarNode { Kind: ScalarKind.String } target)
        {
            Report(Rules.OverlayInvalid, node, "The action has no 'target' text");
            return;
        }

        if (JsonPathReader.Read(target.Text, budget, out var problem) is not { } path)
        {
            Report(Rules.OverlayInvalid, target, $"The target '{target.Text}' is not understood: {problem}");
            return;
        }

        if (Select(path, target) is not { } selected)
        {
            return;
        }

        if (selected.Count == 0)
        {
            Report(Rules.OverlayTargetUnmatched, target, target.Text);
        }
        else if (action["remove"] is ScalarNode { Kind: ScalarKind.True })
        {
            // Overlay 1.0, Action Object: beside 'remove: true' an 'update' has no effect.
            Remove(selected, target);
        }
        else if (action["update"] is { } update)
        {
            foreach (var match in selected)
            {
                Update(match, update, target);
            }
        }
    }

    private IReadOnlyList<Node>? Select(JsonPath path, ScalarNode target)
    {
        try
        {
            return path.Select(description);
        }
        catch (RegexMatchTimeoutException)
        {
            Report(Rules.OverlayInvalid, target, $"The target '{target.Text}' has a regular expression that takes too long");
            return null;
        }
    }

    private void Remove(IReadOnlyList<Node> selected, ScalarNode target)
    {
        if (selected.Any(node => node.Parent is null))
        {
            Report(Rules.OverlayInvalid, target, $"The target '{target.Text}' would remove the whole description");
            return;
        }

        foreach (var siblings in selected.GroupBy(node => node.Parent!).ToList())
        {
            siblings.Key.RemoveAll(new HashSet<Node>(siblings));
        }
    }

    private void Update(Node selected, Node update, ScalarNode target)
    {
        switch (selected, update)
        {
            case (ObjectNode existing, ObjectNode added):
                Merge(existing, added, DepthOf(existing));
                break;
            case (ArrayNode existing, _):
                existing.Add(update.Copy(budget, DepthOf(existing) + 1));
                break;
            case (ObjectNode, _):
                Report(Rules.OverlayInvalid, target, $"The target '{target.Text}' is an object, so 'update' must be one too");
                break;
            default:
                Report(Rules.OverlayInvalid, target, $"The target '{target.Text}' is neither an object nor an array: choose its parent and update the member");
                break;
        }
    }

    /// <summary>Objects merge, arrays are concatenated, everything else takes the new value.</summary>
    private void Merge(ObjectNode existing, ObjectNode added, int depth)
    {
        foreach (var member in added.Members)
        {
            switch (existing[member.Name], member)
            {
                case (ObjectNode old, ObjectNode addition):
                    Merge(old, addition, depth + 1);
                    break;
                case (ArrayNode old, ArrayNode addition):
                    foreach (var item in addition.Items)
                    {
                        old.Add(item.Copy(budget, depth + 2));
                    }

                    break;
                default:
                    existing.Set(member.Name, member.Copy(budget, depth + 1));
                    break;
            }
        }
    }

    private static int DepthOf(Node node)
    {
        var depth = 1;
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            depth++;
        }

        return depth;
    }

    private void Report(Rule rule, Node place, string argument) => findings.Add(Problem.Of(rule, place, argument));
}
