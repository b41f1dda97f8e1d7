using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>Gathers what the comparison of two clients finds.</summary>
internal sealed class ChangeList(ComparedClient old, ComparedClient @new, ComparisonOptions options)
{
    private readonly List<Change> _changes = [];

    public ComparedClient Old => old;

    public ComparedClient New => @new;

    public ComparisonOptions Options => options;

    public IReadOnlyList<Change> Changes => _changes;

    /// <param name="rule">What happened.</param>
    /// <param name="member">To what C#.</param>
    /// <param name="oldPointer">Where it stood; null: it is new.</param>
    /// <param name="newPointer">Where it stands; null: it is gone.</param>
    /// <param name="sentence">In words, and what callers must do.</param>
    /// <param name="impact">Where it is not the rule's usual one.</param>
    public void Add(ChangeRule rule, string member, string? oldPointer, string? newPointer, string sentence, ChangeImpact? impact = null) => _changes.Add(new Change
    {
        Rule = rule,
        Impact = impact ?? rule.Impact,
        Member = member,
        Sentence = sentence,
        Old = old.PlaceOf(oldPointer),
        New = @new.PlaceOf(newPointer),
    });
}
