using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the cases of a union.</summary>
internal sealed class UnionComparison(ChangeList changes, TypeMatching types, UnionPlan old, UnionPlan @new)
{
    public void Compare()
    {
        var cases = Matching<UnionCasePlan>.By(old.Cases, @new.Cases, @case => @case.Identifier, NewTypeNameOf);
        foreach (var @case in cases.Removed)
        {
            Add(
                ChangeRules.UnionCaseRemoved,
                @case,
                $"'{@new.Identifier}' is never {TypeMatching.TextOf(@case.Type)} any more; callers must remove '{@case.ParameterName}' from 'Switch' and stop using 'TryGet{@case.Identifier}'.",
                isRemoved: true);
        }

        foreach (var (before, after) in cases.Pairs)
        {
            if (!types.IsSame(before.Type, after.Type))
            {
                Add(ChangeRules.UnionCaseRemoved, before, $"The case '{before.Identifier}' of '{@new.Identifier}' was {TypeMatching.TextOf(before.Type)} and is {TypeMatching.TextOf(after.Type)}; callers must use the new type.");
            }
            else if (before.Identifier != after.Identifier || before.ParameterName != after.ParameterName)
            {
                Add(
                    ChangeRules.UnionCaseRenamed,
                    after,
                    $"The case '{before.Identifier}' of '{@new.Identifier}' is called '{after.Identifier}' now; callers must use 'TryGet{after.Identifier}', and '{after.ParameterName}' in 'Switch'.");
            }
        }

        var isReceived = (changes.Old.Uses.Of(old.Identifier) & TypeUse.Received) != 0;
        foreach (var @case in cases.Added)
        {
            Add(
                isReceived ? ChangeRules.ResponseUnionCaseAdded : ChangeRules.UnionCaseAdded,
                @case,
                isReceived
                    ? $"'{@new.Identifier}' may be {TypeMatching.TextOf(@case.Type)} too; callers must pass a function for '{@case.ParameterName}' to 'Switch'."
                    : $"'{@new.Identifier}' may be {TypeMatching.TextOf(@case.Type)} too; callers may send it.",
                isAdded: true);
        }

        if (cases.IsReordered(old.Cases))
        {
            changes.Add(
                ChangeRules.UnionCasesReordered,
                @new.Identifier,
                old.SourcePointer,
                @new.SourcePointer,
                $"The cases of '{@new.Identifier}' stand in another order; callers must name the functions of 'Switch' or put them into it.");
        }

        if (old.DiscriminatorWireName != @new.DiscriminatorWireName || !ValuesOf(cases.Pairs.Select(pair => pair.Old)).SequenceEqual(ValuesOf(cases.Pairs.Select(pair => pair.New))))
        {
            changes.Add(
                ChangeRules.DiscriminatorChanged,
                @new.Identifier,
                old.SourcePointer,
                @new.SourcePointer,
                $"What tells the cases of '{@new.Identifier}' apart is another member or has other values; callers' code stays, but programs must be built again.");
        }
    }

    /// <summary>What the type of a case of either side is called now.</summary>
    private string NewTypeNameOf(UnionCasePlan @case) => old.Cases.Any(candidate => ReferenceEquals(candidate, @case)) ? types.NewNameOf(@case.Type.Name) ?? @case.Type.Name : @case.Type.Name;

    private void Add(ChangeRule rule, UnionCasePlan @case, string sentence, bool isAdded = false, bool isRemoved = false) =>
        changes.Add(rule, $"{@new.Identifier}.{@case.Identifier}", isAdded ? null : old.SourcePointer, isRemoved ? null : @new.SourcePointer, sentence);

    private static IEnumerable<string> ValuesOf(IEnumerable<UnionCasePlan> cases) =>
        cases.Select(@case => string.Join('\n', @case.DiscriminatorValues.Append(@case.DefaultDiscriminator ?? "")));
}
