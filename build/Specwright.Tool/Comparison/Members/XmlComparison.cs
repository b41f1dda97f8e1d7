using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares how records stand in XML.</summary>
internal sealed class XmlComparison(ChangeList changes, TypeMatching types)
{
    public void Compare(EquatableArray<XmlShapePlan> old, EquatableArray<XmlShapePlan> @new)
    {
        var shapes = Matching<XmlShapePlan>.By(old, @new, shape => shape.Identifier);
        foreach (var (before, after) in shapes.Pairs)
        {
            // Members that came or went are told by the record's properties.
            var members = Matching<XmlMemberPlan>.By(before.Members, after.Members, member => member.WireName);
            if (members.Pairs.Any(pair => !pair.Old.Equals(pair.New)) || (before.Additional is not null && after.Additional is not null && !before.Additional.Equals(after.Additional)))
            {
                Add(after.Identifier);
            }
        }
    }

    private void Add(string identifier)
    {
        var pair = types.Types.Pairs.FirstOrDefault(pair => pair.New.Identifier == identifier);
        changes.Add(
            ChangeRules.XmlChanged,
            identifier,
            pair.Old?.SourcePointer ?? "#",
            pair.New?.SourcePointer ?? "#",
            $"Members of '{identifier}' stand in XML under another name or in another place; callers' code stays, but programs must be built again.");
    }
}
