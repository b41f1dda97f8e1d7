using Specwright.Model;

namespace Specwright.Reading.Text;

/// <summary>Which parts of a text say the same wherever they stand, so that one can be read without the others.</summary>
internal enum SelfContainedParts
{
    /// <summary>None for sure: it was repaired, or has names that stand more than once, or anchors or tags.</summary>
    None,

    /// <summary>Each object and list of JSON.</summary>
    Values,

    /// <summary>Each entry of a mapping in the block style of YAML.</summary>
    Entries,
}

/// <summary>A text's tree, or the finding that says why there is none.</summary>
internal sealed class TextReadResult
{
    public required SourceText Source { get; init; }

    public Node? Root { get; init; }

    public SelfContainedParts Parts { get; init; }

    /// <summary>What reading it took of <see cref="NodeBudget"/>.</summary>
    public int Spent { get; init; }

    /// <summary>Members whose name stands more than once in their object; the last value counts.</summary>
    public IReadOnlyList<Node> Duplicates { get; init; } = [];

    /// <summary>Breaches of the text's grammar that were read as they were meant.</summary>
    public IReadOnlyList<PlacedFinding> Repairs { get; init; } = [];

    public Finding? Problem { get; init; }

    /// <summary>Where the problem is; null without one.</summary>
    public TextPosition? ProblemPosition { get; init; }

    /// <summary>The same with a tree of its own.</summary>
    public TextReadResult Copy() => new() { Source = Source, Root = Root!.Copy(new NodeBudget(CancellationToken.None), 1), Parts = Parts, Spent = Spent };

    /// <summary>Puts all that is to be said about the text, and where, to the other findings. Ask when nothing changes the tree any more.</summary>
    public void Report(PositionTable positions, ICollection<Finding> findings)
    {
        foreach (var repair in Repairs)
        {
            positions.Set(repair.Finding.Pointer, repair.Position);
            findings.Add(repair.Finding);
        }

        if (Problem is not null)
        {
            positions.Set(Problem.Pointer, ProblemPosition!.Value);
            findings.Add(Problem);
        }

        foreach (var duplicate in Duplicates.Where(duplicate => duplicate.Root == Root))
        {
            findings.Add(Reading.Problem.DuplicateKey(duplicate));
        }
    }
}
