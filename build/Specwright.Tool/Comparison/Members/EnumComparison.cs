using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the members of an open enumeration.</summary>
internal sealed class EnumComparison(ChangeList changes, TypePlan old, TypePlan @new)
{
    public void Compare(EquatableArray<EnumMemberPlan> before, EquatableArray<EnumMemberPlan> after)
    {
        var members = Matching<EnumMemberPlan>.By(before, after, member => member.WireValue, member => member.Identifier);
        foreach (var member in members.Removed)
        {
            changes.Add(
                ChangeRules.EnumMemberRemoved,
                MemberOf(member),
                old.SourcePointer,
                null,
                $"The member '{member.Identifier}' ({member.WireValue}) of '{@new.Identifier}' is gone; callers must stop using it.");
        }

        foreach (var (oldMember, newMember) in members.Pairs)
        {
            Compare(oldMember, newMember, after);
        }

        var isReceived = (changes.Old.Uses.Of(old.Identifier) & TypeUse.Received) != 0;
        foreach (var member in members.Added)
        {
            changes.Add(
                ChangeRules.EnumMemberAdded,
                MemberOf(member),
                null,
                @new.SourcePointer,
                $"The member '{member.Identifier}' ({member.WireValue}) of '{@new.Identifier}' is new; "
                    + (isReceived ? "callers that tell members apart should expect it in answers." : "callers may send it."));
        }

        if (members.IsReordered(before))
        {
            changes.Add(ChangeRules.OrderChanged, @new.Identifier, old.SourcePointer, @new.SourcePointer, $"The members of '{@new.Identifier}' stand in another order; callers have nothing to do.");
        }
    }

    private void Compare(EnumMemberPlan oldMember, EnumMemberPlan newMember, EquatableArray<EnumMemberPlan> after)
    {
        if (oldMember.Identifier != newMember.Identifier)
        {
            var isTaken = after.Any(member => member.Identifier == oldMember.Identifier);
            changes.Add(
                ChangeRules.EnumMemberRenamed,
                MemberOf(newMember),
                old.SourcePointer,
                @new.SourcePointer,
                $"The member '{oldMember.Identifier}' of '{@new.Identifier}' is called '{newMember.Identifier}' now; callers must use the new name{(isTaken ? ", for the old one means another member" : "")}.",
                Renaming.ImpactOf(isTaken));
        }

        if (oldMember.WireValue != newMember.WireValue)
        {
            changes.Add(
                ChangeRules.EnumMemberValueChanged,
                MemberOf(newMember),
                old.SourcePointer,
                @new.SourcePointer,
                $"'{newMember.Identifier}' of '{@new.Identifier}' stands for {newMember.WireValue} instead of {oldMember.WireValue}; callers' code stays, but programs must be built again.");
        }

        Texts.Compare(changes, MemberOf(newMember), oldMember.Documentation, newMember.Documentation, old.SourcePointer, @new.SourcePointer);
    }

    private string MemberOf(EnumMemberPlan member) => $"{@new.Identifier}.{member.Identifier}";
}
