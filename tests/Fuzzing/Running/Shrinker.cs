using System.Diagnostics;
using System.Text.Json.Nodes;
using Specwright.Fuzzing.Mutation;

namespace Specwright.Fuzzing.Running;

/// <summary>Makes a failing mutant small: takes out whatever the failure does not need, the largest parts first.</summary>
internal sealed class Shrinker(Func<Mutant, MutantResult> run, TimeSpan budget)
{
    public Mutant Shrink(Mutant mutant, MutantResult failure)
    {
        var watch = Stopwatch.StartNew();
        return AsTree(mutant, failure) is { } tree ? ShrinkTree(tree.Mutant, tree.Root, failure, watch) : ShrinkLines(mutant, failure, watch);
    }

    /// <summary>The mutant as plain JSON, when it fails in the same way.</summary>
    private (Mutant Mutant, JsonObject Root)? AsTree(Mutant mutant, MutantResult failure)
    {
        if (Parsed(mutant.Text) is not { } root)
        {
            return null;
        }

        var plain = WithTree(mutant, root);
        return run(plain).IsSameFailure(failure) ? (plain, root) : null;
    }

    /// <summary>A reader that throws is what may be looked for: then there is no tree, and the text is shrunk by lines.</summary>
    private static JsonObject? Parsed(string text)
    {
        try
        {
            return Descriptions.DescriptionPool.TryParse(text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private Mutant ShrinkTree(Mutant mutant, JsonObject root, MutantResult failure, Stopwatch watch)
    {
        var best = mutant;
        for (var isSmaller = true; isSmaller && watch.Elapsed < budget;)
        {
            isSmaller = false;
            var pointers = NodeSlot.AllOf(root).Select(slot => (slot.Pointer, Size: slot.Node is null ? 0 : DescriptionText.Json(slot.Node).Length)).OrderByDescending(slot => slot.Size).Select(slot => slot.Pointer).ToList();
            foreach (var pointer in pointers)
            {
                if (watch.Elapsed >= budget)
                {
                    break;
                }

                var copy = (JsonObject)root.DeepClone();
                if (NodeSlot.AllOf(copy).Find(slot => slot.Pointer == pointer) is not { } slot)
                {
                    continue;
                }

                slot.Delete();
                var candidate = WithTree(mutant, copy);
                if (run(candidate).IsSameFailure(failure))
                {
                    (root, best, isSmaller) = (copy, candidate, true);
                }
            }
        }

        return best;
    }

    private Mutant ShrinkLines(Mutant mutant, MutantResult failure, Stopwatch watch)
    {
        var lines = mutant.Text.Split('\n').ToList();
        for (var size = Math.Max(1, lines.Count / 2); size > 0 && watch.Elapsed < budget; size /= 2)
        {
            for (var start = 0; start + size <= lines.Count && watch.Elapsed < budget;)
            {
                var fewer = lines.Take(start).Concat(lines.Skip(start + size)).ToList();
                if (run(mutant with { Text = string.Join('\n', fewer) }).IsSameFailure(failure))
                {
                    lines = fewer;
                }
                else
                {
                    start += size;
                }
            }
        }

        return mutant with { Text = string.Join('\n', lines) };
    }

    private static Mutant WithTree(Mutant mutant, JsonObject root) => mutant with { FileName = "fuzz.json", Text = DescriptionText.Json(root) };
}
