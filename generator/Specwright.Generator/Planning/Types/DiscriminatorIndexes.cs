using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>
/// Decides which records are read on from the value of a discriminator, once it has told that the object is theirs: those that a union or a base finds by
/// its discriminator alone, that have it as a member, and that no further discriminator divides.
/// </summary>
internal static class DiscriminatorIndexes
{
    public static EquatableArray<TypePlan> Assign(EquatableArray<TypePlan> plans)
    {
        var records = plans.OfType<RecordPlan>().Where(record => record.Derived.IsEmpty).ToDictionary(record => record.Identifier, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);

        int? IndexOf(string record, string discriminator)
        {
            var index = records.TryGetValue(record, out var plan) ? plan.Properties.TakeWhile(property => property.WireName != discriminator).Count() : 0;
            if (plan is null || index == plan.Properties.Count)
            {
                return null;
            }

            found.Add(record);
            return index;
        }

        var assigned = plans.Select(plan => plan switch
        {
            UnionPlan { DiscriminatorWireName: { } discriminator } union => union with
            {
                Cases = union.Cases.Select(member => member.IsCertain && !member.DiscriminatorValues.IsEmpty && member.Type.Shape == TypeShape.Object
                    ? member with { DiscriminatorIndex = IndexOf(member.Type.Name, discriminator) }
                    : member).ToEquatableArray(),
            },
            RecordPlan { DiscriminatorWireName: { } discriminator } record => record with
            {
                Derived = record.Derived.Select(derived => derived with { DiscriminatorIndex = IndexOf(derived.Identifier, discriminator) }).ToEquatableArray(),
            },
            _ => plan,
        }).ToList();
        return assigned.Select(plan => plan is RecordPlan record && found.Contains(record.Identifier) ? record with { IsReadOnFromDiscriminator = true } : plan).ToEquatableArray();
    }
}
