using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the properties of a record, and what it derives from.</summary>
internal sealed class RecordComparison(ChangeList changes, TypeMatching types, RecordPlan old, RecordPlan @new)
{
    private readonly TypeUse _use = changes.Old.Uses.Of(old.Identifier);

    public void Compare()
    {
        CompareHierarchy();
        var properties = Matching<PropertyPlan>.By(old.Properties, @new.Properties, property => property.WireName, property => property.Identifier);
        foreach (var property in properties.Removed.Where(property => property.Origin != PropertyOrigin.Inherited))
        {
            changes.Add(
                ChangeRules.PropertyRemoved,
                MemberOf(property),
                PointerOf(changes.Old, old, property),
                null,
                $"'{MemberOf(property)}' is gone; callers must stop using it.");
        }

        foreach (var (before, after) in properties.Pairs)
        {
            // What a base declares is told once, there.
            if (before.Origin != PropertyOrigin.Inherited || after.Origin != PropertyOrigin.Inherited)
            {
                new PropertyComparison(changes, types, _use, new(old, before), new(@new, after)).Compare();
            }
        }

        foreach (var property in properties.Added.Where(property => property.Origin != PropertyOrigin.Inherited))
        {
            AddAdded(property);
        }

        if (properties.IsReordered(old.Properties))
        {
            Add(ChangeRules.OrderChanged, @new.Identifier, $"The properties of '{@new.Identifier}' stand in another order; callers have nothing to do.");
        }

        CompareExtraMembers(old.AdditionalProperties, @new.AdditionalProperties);
    }

    private void AddAdded(PropertyPlan property)
    {
        var member = MemberOf(property);
        var pointer = PointerOf(changes.New, @new, property);
        var isRequired = property.Presence == Presence.Required;
        if (isRequired && _use.HasFlag(TypeUse.Sent))
        {
            changes.Add(ChangeRules.PropertyAddedRequired, member, null, pointer, $"'{member}' is new and required; callers must set it.");
        }
        else
        {
            var what = (_use, isRequired) switch
            {
                (TypeUse.Received, true) => "callers may read it. (Code that makes such answers, as in tests, must set it.)",
                (TypeUse.Received, false) => "callers may read it.",
                _ => "callers may set it.",
            };
            changes.Add(ChangeRules.PropertyAdded, member, null, pointer, $"'{member}' is new; {what}");
        }
    }

    private void CompareHierarchy()
    {
        if (old.Base is { } oldBase && types.NewNameOf(oldBase) != @new.Base)
        {
            Add(
                ChangeRules.RecordBaseChanged,
                @new.Identifier,
                $"'{@new.Identifier}' derived from '{oldBase}' and {(@new.Base is null ? "derives from nothing" : $"derives from '{@new.Base}'")}; callers must stop using it as '{oldBase}'.");
        }
        else if (old.Base is null && @new.Base is { } added)
        {
            Add(ChangeRules.DerivedRecordAdded, @new.Identifier, $"'{@new.Identifier}' derives from '{added}' now; callers may read it as that.");
        }

        foreach (var kind in @new.Derived.Where(kind => types.Types.Added.Any(type => type.Identifier == kind.Identifier)))
        {
            Add(ChangeRules.DerivedRecordAdded, kind.Identifier, $"'{kind.Identifier}' is a new kind of '{@new.Identifier}'; callers that tell kinds apart should expect it.");
        }

        foreach (var kind in old.Derived.Where(kind => types.NewNameOf(kind.Identifier) is { } name && @new.Derived.All(other => other.Identifier != name)))
        {
            Add(ChangeRules.DerivedRecordRemoved, kind.Identifier, $"'{kind.Identifier}' is no kind of '{@new.Identifier}' any more; callers must stop expecting it.");
        }

        if (old.DiscriminatorWireName != @new.DiscriminatorWireName
            || (old.DiscriminatorValue is { } before && @new.DiscriminatorValue is { } after && before.WireValue != after.WireValue)
            || old.Derived.Any(kind => @new.Derived.FirstOrDefault(other => other.Identifier == kind.Identifier) is { } same && !same.DiscriminatorValues.Equals(kind.DiscriminatorValues)))
        {
            Add(ChangeRules.DiscriminatorChanged, @new.Identifier, $"What tells the kinds of '{@new.Identifier}' apart is another member or has other values; callers' code stays, but programs must be built again.");
        }
    }

    private void CompareExtraMembers(AdditionalPropertiesPlan? before, AdditionalPropertiesPlan? after)
    {
        var member = $"{@new.Identifier}.{(after ?? before)?.Identifier}";
        switch (before, after)
        {
            case (null, null):
                break;
            case (null, { IsInherited: false }):
                Add(ChangeRules.ExtraMembersAdded, member, $"'{member}' is new: members that the description does not name are kept; callers may use it.");
                break;
            case ({ IsInherited: false }, null):
                Add(ChangeRules.ExtraMembersRemoved, member, $"'{member}' is gone: members that the description does not name are skipped; callers must stop using it.");
                break;
            case ({ IsInherited: false } one, { } other) when one.Identifier != other.Identifier || !types.IsSame(one.Value, other.Value) || one.Value.AllowsNull != other.Value.AllowsNull:
                Add(
                    ChangeRules.ExtraMembersTypeChanged,
                    member,
                    $"'{old.Identifier}.{one.Identifier}' had values of {TypeMatching.TextOf(one.Value, one.Value.AllowsNull)}, and '{member}' has {TypeMatching.TextOf(other.Value, other.Value.AllowsNull)}; callers must use the new type.");
                break;
        }
    }

    private void Add(ChangeRule rule, string member, string sentence) => changes.Add(rule, member, old.SourcePointer, @new.SourcePointer, sentence);

    private string MemberOf(PropertyPlan property) => $"{@new.Identifier}.{property.Identifier}";

    private static string PointerOf(ComparedClient client, RecordPlan record, PropertyPlan property) => new OwnedProperty(record, property).PointerIn(client);
}

/// <summary>A property and its record.</summary>
internal sealed record OwnedProperty(RecordPlan Record, PropertyPlan Plan)
{
    public string PointerIn(ComparedClient client) => client.Schemas.PropertyOf(Record.SourcePointer, Plan.WireName)?.Schema.Pointer ?? Record.SourcePointer;

    public string? DefaultIn(ComparedClient client) => client.Schemas.PropertyOf(Record.SourcePointer, Plan.WireName)?.Schema.DefaultJson;
}
