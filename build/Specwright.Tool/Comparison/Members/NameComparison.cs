using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares what the client is called and who may use it.</summary>
internal sealed class NameComparison(ChangeList changes)
{
    public void Compare(ClientPlan old, ClientPlan @new)
    {
        var name = @new.Names.Class;
        if (old.Names.Client != @new.Names.Client)
        {
            changes.Add(
                ChangeRules.ClientRenamed,
                name,
                "#",
                "#",
                $"The client '{old.Names.Class}' is called '{name}' now, and so are '{@new.Names.Service}', '{@new.Names.Options}' and 'Add{@new.Names.Client}'; callers must use the new names.");
        }

        if (old.File.Namespace != @new.File.Namespace)
        {
            changes.Add(ChangeRules.NamespaceChanged, name, "#", "#", $"The namespace '{old.File.Namespace}' is '{@new.File.Namespace}' now; callers must change their using directives.");
        }

        if (old.File.Accessibility != @new.File.Accessibility)
        {
            var isReduced = old.File.Accessibility == "public";
            changes.Add(
                isReduced ? ChangeRules.AccessibilityReduced : ChangeRules.AccessibilityWidened,
                name,
                "#",
                "#",
                isReduced ? "The client is internal now; callers in other projects must do without it." : "The client is public now; other projects may use it.");
        }

        if (old.File.Types != @new.File.Types)
        {
            changes.Add(
                ChangeRules.RecordsOrClassesChanged,
                name,
                "#",
                "#",
                @new.File.Types == TypeKind.Class
                    ? "Types are classes now instead of records; callers must set properties instead of copying with 'with', and compare members instead of values."
                    : "Types are records now instead of classes; callers must copy with 'with' instead of setting properties.");
        }

        Texts.Compare(changes, name, old.Documentation, @new.Documentation, "#/info", "#/info");
        foreach (var (before, after) in Matching<SubClientPlan>.By(old.SubClients, @new.SubClients, subClient => subClient.Property).Pairs)
        {
            Texts.Compare(changes, after.Property, before.Documentation, after.Documentation, "#/tags", "#/tags");
        }
    }
}
