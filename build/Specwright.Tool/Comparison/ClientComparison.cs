using Specwright.Tool.Comparison.Members;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>Compares two clients by their plans: what the description says differently, and what that means for callers.</summary>
internal static class ClientComparison
{
    /// <summary>The gravest first; among equals clients, operations, types, webhooks, each in the order of the new description.</summary>
    public static IReadOnlyList<Change> Compare(ComparedClient old, ComparedClient @new, ComparisonOptions options)
    {
        var changes = new ChangeList(old, @new, options);
        var types = new TypeMatching(old.Plan, @new.Plan);
        new NameComparison(changes).Compare(old.Plan.Client, @new.Plan.Client);
        new AddressComparison(changes).Compare(old.Plan.Client, @new.Plan.Client);
        new CredentialComparison(changes).Compare(old.Plan.Client, @new.Plan.Client);
        new OperationsComparison(changes, types).Compare(old.Plan.Client, @new.Plan.Client);
        new TypesComparison(changes, types).Compare();
        new WebhooksComparison(changes, types).Compare(old.Plan.Webhooks, @new.Plan.Webhooks);
        new XmlComparison(changes, types).Compare(old.Plan.XmlShapes, @new.Plan.XmlShapes);
        AddWhatNoRuleNames(changes);
        return [.. changes.Changes.OrderByDescending(change => change.Severity)];
    }

    /// <summary>Nothing is passed over in silence: what no rule saw is at least said to be there.</summary>
    private static void AddWhatNoRuleNames(ChangeList changes)
    {
        if (changes.Changes.Count > 0)
        {
            return;
        }

        if (!changes.Old.Plan.Equals(changes.New.Plan))
        {
            changes.Add(
                ChangeRules.UnnamedChange,
                changes.New.Plan.Client.Names.Class,
                "#",
                "#",
                "What is generated differs in a way that no rule names; callers should read the diff of the generated code.");
        }
        else if (!changes.Old.Description.Equals(changes.New.Description))
        {
            changes.Add(ChangeRules.DescriptionChanged, changes.New.Plan.Client.Names.Class, "#", "#", "The description changed where the client does not depend on it; callers have nothing to do.");
        }
    }

    /// <summary>For a client that stands on one side only.</summary>
    public static Change OneSided(ComparedClient client, bool isAdded)
    {
        var name = client.Plan.Client.Names.Class;
        var rule = isAdded ? ChangeRules.ClientAdded : ChangeRules.ClientRemoved;
        return new Change
        {
            Rule = rule,
            Impact = rule.Impact,
            Member = name,
            Sentence = isAdded ? $"The client '{name}' is new; callers may use it." : $"The client '{name}' is gone; callers must stop using it.",
            Old = isAdded ? null : client.PlaceOf("#"),
            New = isAdded ? client.PlaceOf("#") : null,
        };
    }
}
