using Specwright.Diagnostics;

namespace Specwright.Reading.Text.Repairs;

/// <summary>Reads YAML; where the parser gives up, repairs that place and starts again, as long as each repair brings it further.</summary>
internal sealed class YamlRecovery(SourceText source, NodeBudget budget, List<Node> duplicates, List<TextRepair> repairs)
{
    /// <summary>How many characters may be parsed again, so that a long text with many breaks costs seconds at most.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private readonly int _spent = budget.Spent;
    private readonly int _duplicates = duplicates.Count;
    private long _parsed;

    /// <inheritdoc cref="YamlTextReader.IsSelfContained"/>
    public bool IsSelfContained { get; private set; }

    /// <exception cref="TextProblemException">The text is not YAML and cannot be repaired, or is beyond a limit.</exception>
    public Node Read()
    {
        var text = EditedText.Of(source);
        var (root, problem) = Try(text);
        while (root is null)
        {
            (text, root, problem) = Repair(text, problem!);
        }

        return root;
    }

    private (EditedText Text, Node? Root, TextProblemException? Problem) Repair(EditedText text, TextProblemException problem)
    {
        foreach (var candidate in problem.Break is { } place ? YamlRepairs.For(text.Text, place) : [])
        {
            _parsed += text.Text.Length;
            if (_parsed > MostCharacters)
            {
                break;
            }

            var repaired = text.With(candidate.Edits);
            var (root, next) = Try(repaired);
            if (root is not null || IsFurther(repaired, next!, text, problem))
            {
                repairs.Add(new TextRepair(text.OffsetInFile(candidate.Edits[0].Start), candidate.Sentence));
                return (repaired, root, next);
            }
        }

        throw problem;
    }

    private static bool IsFurther(EditedText text, TextProblemException problem, EditedText before, TextProblemException problemBefore) =>
        problem.Break is { } place && text.OffsetInFile(place.End) > before.OffsetInFile(problemBefore.Break!.End);

    private (Node? Root, TextProblemException? Problem) Try(EditedText text)
    {
        budget.Spent = _spent;
        duplicates.RemoveRange(_duplicates, duplicates.Count - _duplicates);
        try
        {
            var reader = new YamlTextReader(source, text, budget, duplicates);
            var root = reader.Read();
            IsSelfContained = reader.IsSelfContained;
            return (root, null);
        }
        catch (TextProblemException problem) when (problem.Rule == Rules.TextUnreadable)
        {
            return (null, problem);
        }
    }
}
