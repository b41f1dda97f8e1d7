using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>The rules for the declared fields of answers, or for those of webhooks.</summary>
internal sealed record FieldRules(ChangeRule RecordAdded, ChangeRule Added, ChangeRule Removed, ChangeRule Renamed, ChangeRule WireNameChanged, ChangeRule TypeChanged)
{
    public static FieldRules OfResponse { get; } = new(
        ChangeRules.ResponseHeadersAdded,
        ChangeRules.ResponseHeaderAdded,
        ChangeRules.ResponseHeaderRemoved,
        ChangeRules.ResponseHeaderRenamed,
        ChangeRules.ResponseHeaderWireNameChanged,
        ChangeRules.ResponseHeaderTypeChanged);

    public static FieldRules OfWebhook { get; } = new(
        ChangeRules.WebhookParameterAdded,
        ChangeRules.WebhookParameterAdded,
        ChangeRules.WebhookParameterRemoved,
        ChangeRules.WebhookParameterChanged,
        ChangeRules.WebhookParameterChanged,
        ChangeRules.WebhookParameterChanged);
}

/// <summary>Compares records of header fields.</summary>
internal sealed class FieldsComparison(ChangeList changes, TypeMatching types, FieldRules rules)
{
    public void Compare(HeadersPlan? old, HeadersPlan? @new, string owner, string oldPointer, string newPointer)
    {
        if (old is null && @new is not null)
        {
            changes.Add(
                rules.RecordAdded,
                owner,
                oldPointer,
                newPointer,
                $"'{owner}' has the declared fields {string.Join(", ", @new.Fields.Select(field => $"'{field.Identifier}'"))}; callers may read them once they are built again.");
            return;
        }

        var fields = Matching<HeaderPlan>.By(old?.Fields ?? default, @new?.Fields ?? default, field => field.WireName, field => field.Identifier);
        foreach (var field in fields.Removed)
        {
            changes.Add(rules.Removed, MemberOf(field), oldPointer, null, $"The field '{field.WireName}' of '{owner}' is gone; callers must stop reading '{field.Identifier}'.");
        }

        foreach (var (before, after) in fields.Pairs)
        {
            if (before.Identifier != after.Identifier)
            {
                var isTaken = @new!.Fields.Any(field => field.Identifier == before.Identifier && types.IsSame(before.Type, field.Type));
                changes.Add(
                    rules.Renamed,
                    MemberOf(after),
                    oldPointer,
                    newPointer,
                    $"The field '{before.Identifier}' of '{owner}' is called '{after.Identifier}' now; callers must use the new name{(isTaken ? ", for the old one means another field" : "")}.",
                    Renaming.ImpactOf(isTaken));
            }

            if (before.WireName != after.WireName || before.IsInQuery != after.IsInQuery)
            {
                changes.Add(
                    rules.WireNameChanged,
                    MemberOf(after),
                    oldPointer,
                    newPointer,
                    $"'{after.Identifier}' of '{owner}' is '{after.WireName}' on the wire instead of '{before.WireName}'; callers' code stays, but programs must be built again.");
            }

            if (!types.IsSame(before.Type, after.Type))
            {
                changes.Add(
                    rules.TypeChanged,
                    MemberOf(after),
                    oldPointer,
                    newPointer,
                    $"The field '{after.Identifier}' of '{owner}' was {TypeMatching.TextOf(before.Type)} and is {TypeMatching.TextOf(after.Type)}; callers must read the new type.");
            }

            Texts.Compare(changes, MemberOf(after), before.Documentation, after.Documentation, oldPointer, newPointer);
        }

        foreach (var field in fields.Added)
        {
            changes.Add(rules.Added, MemberOf(field), null, newPointer, $"The field '{field.WireName}' of '{owner}' is new; callers may read '{field.Identifier}'.");
        }

        string MemberOf(HeaderPlan field) => $"{(@new ?? old)!.Identifier}.{field.Identifier}";
    }
}
