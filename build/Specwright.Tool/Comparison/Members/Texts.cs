using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares documentation, and whether a member is obsolete.</summary>
internal static class Texts
{
    /// <summary>Begins the remark that names a default, which has a rule of its own.</summary>
    private const string DefaultRemark = "Default: ";

    public static void Compare(ChangeList changes, string member, Documentation old, Documentation @new, string oldPointer, string newPointer)
    {
        Compare(changes, member, old.IsDeprecated, @new.IsDeprecated, oldPointer, newPointer);
        if (!OwnTextOf(old).Equals(OwnTextOf(@new)))
        {
            AddChanged(changes, member, oldPointer, newPointer);
        }
    }

    public static void AddChanged(ChangeList changes, string member, string oldPointer, string newPointer) =>
        changes.Add(ChangeRules.DocumentationChanged, member, oldPointer, newPointer, $"The documentation of '{member}' changed; callers have nothing to do.");

    private static void Compare(ChangeList changes, string member, bool wasDeprecated, bool isDeprecated, string oldPointer, string newPointer)
    {
        if (wasDeprecated == isDeprecated)
        {
            return;
        }

        changes.Add(
            isDeprecated ? ChangeRules.Deprecated : ChangeRules.NoLongerDeprecated,
            member,
            oldPointer,
            newPointer,
            isDeprecated
                ? $"'{member}' is obsolete now; callers get the warning CS0618 and should stop using it."
                : $"'{member}' is no longer obsolete; callers have nothing to do.");
    }

    private static Documentation OwnTextOf(Documentation documentation) => documentation with
    {
        IsDeprecated = false,
        Remarks = documentation.Remarks.Where(remark => !remark.StartsWith(DefaultRemark, StringComparison.Ordinal)).ToEquatableArray(),
    };
}
