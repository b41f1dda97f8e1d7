using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares what the server sends by itself.</summary>
internal sealed class WebhooksComparison(ChangeList changes, TypeMatching types)
{
    public void Compare(WebhooksPlan? old, WebhooksPlan? @new)
    {
        var before = old?.Webhooks ?? default;
        var owner = (@new ?? old)?.Identifier ?? "";
        var webhooks = Matching<WebhookPlan>.By(before, @new?.Webhooks ?? default, webhook => webhook.Identifier, webhook => webhook.SourcePointer, webhook => webhook.Payload?.Name);
        foreach (var webhook in webhooks.Removed)
        {
            changes.Add(
                ChangeRules.WebhookRemoved,
                MemberOf(webhook),
                webhook.SourcePointer,
                null,
                $"The webhook '{webhook.Identifier}' is gone; callers must stop reading it.");
        }

        foreach (var (oldWebhook, newWebhook) in webhooks.Pairs)
        {
            Compare(MemberOf(newWebhook), oldWebhook, newWebhook);
        }

        foreach (var webhook in webhooks.Added)
        {
            var isCase = old?.Union is not null && @new!.Union is { } union && union.Cases.Any(@case => @case.Identifier == webhook.Identifier);
            changes.Add(
                isCase ? ChangeRules.WebhookCaseAdded : ChangeRules.WebhookAdded,
                MemberOf(webhook),
                null,
                webhook.SourcePointer,
                isCase
                    ? $"The webhook '{webhook.Identifier}' is new; callers must pass a function for it to 'Switch'."
                    : $"The webhook '{webhook.Identifier}' is new; callers may read it.");
        }

        CompareUnions(old?.Union, @new?.Union);

        string MemberOf(WebhookPlan webhook) => $"{owner}.Read{webhook.Identifier}";
    }

    private void Compare(string member, WebhookPlan old, WebhookPlan @new)
    {
        var (oldPointer, newPointer) = (old.SourcePointer, @new.SourcePointer);
        if (old.Identifier != @new.Identifier)
        {
            Add(ChangeRules.WebhookRenamed, $"The webhook '{old.Identifier}' is called '{@new.Identifier}' now; callers must use the new name.");
        }

        if ((old.Payload is null) != (@new.Payload is null) || (old.Payload is { } before && @new.Payload is { } after && !types.IsSame(before, after)))
        {
            Add(ChangeRules.WebhookPayloadChanged, $"The body of the webhook '{@new.Identifier}' was {TextOf(old.Payload)} and is {TextOf(@new.Payload)}; callers must read the new type.");
        }
        else if (old.Payload is { AllowsNull: false } && @new.Payload is { AllowsNull: true })
        {
            Add(ChangeRules.WebhookPayloadNullable, $"The body of the webhook '{@new.Identifier}' may be null; callers must handle null.");
        }
        else if (old.Payload is { AllowsNull: true } && @new.Payload is { AllowsNull: false } present)
        {
            changes.Add(
                ChangeRules.WebhookPayloadNotNull,
                member,
                oldPointer,
                newPointer,
                $"The body of the webhook '{@new.Identifier}' is never null; callers have nothing to do, or to remove '.Value', '.HasValue' and '??' of a value type.",
                present.IsValueType ? ChangeImpact.Source | ChangeImpact.Binary : null);
        }

        if (!old.Answers.Select(answer => (answer.Status, answer.Type?.Name)).SequenceEqual(@new.Answers.Select(answer => (answer.Status, answer.Type?.Name))))
        {
            Add(ChangeRules.WebhookAnswerChanged, $"The webhook '{@new.Identifier}' may be answered in other ways; the application decides how it answers.");
        }

        new FieldsComparison(changes, types, FieldRules.OfWebhook).Compare(old.Parameters, @new.Parameters, member, oldPointer, newPointer);
        Texts.Compare(changes, member, old.Documentation, @new.Documentation, oldPointer, newPointer);

        void Add(ChangeRule rule, string sentence) => changes.Add(rule, member, oldPointer, newPointer, sentence);
    }

    private void CompareUnions(WebhookUnionPlan? old, WebhookUnionPlan? @new)
    {
        if (old is null || @new is null)
        {
            return;
        }

        var cases = Matching<WebhookCasePlan>.By(old.Cases, @new.Cases, @case => @case.Identifier);
        foreach (var (before, after) in cases.Pairs.Where(pair => pair.Old.WireName != pair.New.WireName))
        {
            changes.Add(
                ChangeRules.WebhookWireNameChanged,
                $"{@new.Identifier}.{after.Identifier}",
                "#",
                "#",
                $"The webhook '{after.Identifier}' is named '{after.WireName}' instead of '{before.WireName}'; callers' code stays, but programs must be built again.");
        }

        if (cases.IsReordered(old.Cases))
        {
            changes.Add(ChangeRules.WebhooksReordered, @new.Identifier, "#", "#", $"The functions of '{@new.Identifier}.Switch' stand in another order; callers must name them or put them into it.");
        }
    }

    private static string TextOf(TypeReference? type) => type is null ? "nothing" : TypeMatching.TextOf(type, type.AllowsNull);
}
