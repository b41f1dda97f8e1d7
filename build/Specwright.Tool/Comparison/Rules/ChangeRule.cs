namespace Specwright.Tool.Comparison.Rules;

/// <summary>A kind of change.</summary>
/// <param name="Id">Stable; named in reports and documented in <c>docs/diff.md</c>.</param>
/// <param name="Reach">Where it is seen.</param>
/// <param name="Impact">What it usually breaks; a single change may break more or less.</param>
/// <param name="Least">How grave it is where it breaks nothing.</param>
/// <param name="What">What changed, for the table of rules.</param>
/// <param name="Callers">What callers must do, for the table of rules.</param>
internal sealed record ChangeRule(string Id, ChangeReach Reach, ChangeImpact Impact, ChangeSeverity Least, string What, string Callers)
{
    public ChangeSeverity Severity => SeverityOf(Impact);

    public ChangeSeverity SeverityOf(ChangeImpact impact) =>
        (impact & (ChangeImpact.Source | ChangeImpact.Behavior)) != 0 ? ChangeSeverity.Breaking
        : (impact & (ChangeImpact.Binary | ChangeImpact.Deployed)) != 0 ? Max(Least, ChangeSeverity.Rebuild)
        : Least;

    private static ChangeSeverity Max(ChangeSeverity one, ChangeSeverity other) => one > other ? one : other;
}
