using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares one property: what callers write, what they read, and what goes over the wire.</summary>
/// <param name="changes">Gets what is found.</param>
/// <param name="types">Which types are the same.</param>
/// <param name="use">Whether callers make values of the record, read them, or both: what is looser for the one is stricter for the other.</param>
/// <param name="old">As it was.</param>
/// <param name="new">As it is.</param>
internal sealed class PropertyComparison(ChangeList changes, TypeMatching types, TypeUse use, OwnedProperty old, OwnedProperty @new)
{
    private readonly PropertyPlan _old = old.Plan;
    private readonly PropertyPlan _new = @new.Plan;

    private string Member => $"{@new.Record.Identifier}.{_new.Identifier}";

    public void Compare()
    {
        if (_old.Identifier != _new.Identifier)
        {
            var isTaken = @new.Record.Properties.Any(property => property.Identifier == _old.Identifier && types.IsSame(_old.Type, property.Type) && MayBeNull(_old) == MayBeNull(property));
            Add(
                ChangeRules.PropertyRenamed,
                $"'{old.Record.Identifier}.{_old.Identifier}' is called '{Member}' now; callers must use the new name{(isTaken ? ", for the old one means another member" : "")}.",
                Renaming.ImpactOf(isTaken));
        }

        if (_old.WireName != _new.WireName)
        {
            Add(ChangeRules.PropertyWireNameChanged, $"'{Member}' is '{_new.WireName}' in JSON instead of '{_old.WireName}'; callers' code stays, but programs must be built again.");
        }

        if (!types.IsSame(_old.Type, _new.Type))
        {
            Add(ChangeRules.PropertyTypeChanged, $"'{Member}' was {TextOf(_old)} and is {TextOf(_new)}; callers must use the new type.");
        }
        else
        {
            CompareFormat();
            if (use.HasFlag(TypeUse.Received))
            {
                CompareAsReceived();
            }
        }

        if (use.HasFlag(TypeUse.Sent))
        {
            CompareAsSent();
        }

        CompareDefaults();
        if (_old.IsSecret != _new.IsSecret)
        {
            Add(ChangeRules.PropertySecrecyChanged, $"'{Member}' is {(_new.IsSecret ? "left out of" : "shown by")} 'ToString()' now; callers have nothing to do.");
        }

        Texts.Compare(changes, Member, _old.Documentation, _new.Documentation, old.PointerIn(changes.Old), @new.PointerIn(changes.New));
    }

    private void CompareFormat()
    {
        if (!TypeMatching.IsSameFormat(_old.Type, _new.Type))
        {
            Add(ChangeRules.PropertyFormatChanged, $"The text of '{Member}' is another one, though its type is {TextOf(_new)} still; callers' code stays, but programs must be built again.");
        }
    }

    private void CompareAsReceived()
    {
        var (before, after) = (MayBeNull(_old), MayBeNull(_new));
        if (!before && after)
        {
            Add(
                _new.Presence == Presence.Required ? ChangeRules.ResponsePropertyNullable : ChangeRules.ResponsePropertyOptional,
                _new.Presence == Presence.Required
                    ? $"'{Member}' may be null in answers; callers must handle null."
                    : $"'{Member}' may be missing from answers and is null then; callers must handle null.");
        }
        else if (before && !after && _new.Type.IsValueType)
        {
            Add(ChangeRules.ResponsePropertyNotNull, $"'{Member}' is always there in answers and is a plain {TextOf(_new)}; callers must remove '.Value', '.HasValue' and '??'.");
        }
        else if (before && !after)
        {
            Add(ChangeRules.ResponsePropertyAlwaysPresent, $"'{Member}' is always there in answers; callers have nothing to do.");
        }
    }

    private void CompareAsSent()
    {
        // A nullable value type is another type to the assemblies that set it.
        var binary = _new.Type.IsValueType ? ChangeImpact.Binary : ChangeImpact.None;
        switch (_old.Presence, _new.Presence)
        {
            case (not Presence.Required, Presence.Required):
                Add(ChangeRules.RequestPropertyRequired, $"'{Member}' is required now; callers must set it.");
                break;
            case (Presence.Required, not Presence.Required):
                Add(ChangeRules.RequestPropertyOptional, $"'{Member}' is no longer required; callers may leave it out.", binary);
                break;
            case (Presence.Required, Presence.Required) when _old.Type.AllowsNull && !_new.Type.AllowsNull:
                Add(ChangeRules.RequestPropertyNullRefused, $"'{Member}' can no longer be null; callers must set a value.");
                break;
            case (Presence.Required, Presence.Required) when !_old.Type.AllowsNull && _new.Type.AllowsNull:
                Add(ChangeRules.RequestPropertyNullAllowed, $"'{Member}' may be null; callers may send null.", binary);
                break;
            case (Presence.Optional, Presence.OptionalNullable):
                Add(ChangeRules.RequestPropertyNullSent, $"'{Member}' may be null: null that is assigned is sent, and was left out before; callers must leave it unset to leave it out.");
                break;
            case (Presence.OptionalNullable, Presence.Optional):
                Add(ChangeRules.RequestPropertyNullNotSent, $"'{Member}' can no longer be null: null that is assigned is left out, and was sent before; callers must find another way to clear it.");
                break;
        }
    }

    private void CompareDefaults()
    {
        var (before, after) = (old.DefaultIn(changes.Old), @new.DefaultIn(changes.New));
        if (before == after || _new.Presence == Presence.Required)
        {
            return;
        }

        if (before is null || !use.HasFlag(TypeUse.Sent))
        {
            Add(ChangeRules.DefaultChanged, $"'{Member}' has {(after is null ? "no default any more" : $"the default {after}")}{(before is null ? "" : $" instead of {before}")}; callers have nothing to do.");
            return;
        }

        var now = after is null ? "the description names no default any more" : $"the server takes {after}";
        Add(ChangeRules.RequestPropertyDefaultChanged, $"Where '{Member}' is left out, {now} instead of {before}; callers that relied on it must set it.");
    }

    private void Add(ChangeRule rule, string sentence, ChangeImpact? impact = null) =>
        changes.Add(rule, Member, old.PointerIn(changes.Old), @new.PointerIn(changes.New), sentence, impact);

    private static bool MayBeNull(PropertyPlan property) => property.Presence != Presence.Required || property.Type.AllowsNull;

    private static string TextOf(PropertyPlan property) => TypeMatching.TextOf(property.Type, MayBeNull(property));
}
