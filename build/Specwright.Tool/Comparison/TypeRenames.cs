using Specwright.Planning;
using Specwright.Tool.Comparison.Members;

namespace Specwright.Tool.Comparison;

/// <summary>Finds types that only have another name: where the old one stood, in an operation or in a type that is on both sides, stands the new one.</summary>
internal sealed class TypeRenames
{
    private readonly Dictionary<string, TypePlan> _removed;
    private readonly Dictionary<string, TypePlan> _added;
    private readonly Queue<(TypePlan Old, TypePlan New)> _unread;
    private readonly Dictionary<string, string> _newNames = new(StringComparer.Ordinal);

    private TypeRenames(Matching<TypePlan> types)
    {
        _removed = types.Removed.ToDictionary(type => type.Identifier, StringComparer.Ordinal);
        _added = types.Added.ToDictionary(type => type.Identifier, StringComparer.Ordinal);
        _unread = new(types.Pairs);
    }

    /// <summary>New names by old ones.</summary>
    /// <param name="old">The old side.</param>
    /// <param name="new">The new side.</param>
    /// <param name="types">Those that are known to be the same.</param>
    public static IReadOnlyDictionary<string, string> Find(ApiPlan old, ApiPlan @new, Matching<TypePlan> types)
    {
        var renames = new TypeRenames(types);
        foreach (var (before, after) in PlacedOperation.Match(old.Client, @new.Client).Pairs)
        {
            renames.Compare(before.Plan, after.Plan);
        }

        foreach (var (before, after) in Matching<WebhookPlan>.By(old.Webhooks?.Webhooks ?? default, @new.Webhooks?.Webhooks ?? default, webhook => webhook.Identifier).Pairs)
        {
            renames.Compare(before.Payload, after.Payload);
        }

        // What is found leads further: a type that was renamed has members.
        while (renames._unread.TryDequeue(out var pair))
        {
            renames.Compare(pair.Old, pair.New);
        }

        return renames._newNames;
    }

    private void Compare(OperationPlan old, OperationPlan @new)
    {
        Compare(old.Body?.Type, @new.Body?.Type);
        foreach (var (before, after) in Matching<ParameterPlan>.By(old.Parameters, @new.Parameters, parameter => $"{parameter.In} {parameter.WireName}").Pairs)
        {
            Compare(before.Type, after.Type);
        }

        foreach (var (before, after) in Matching<ResponsePlan>.By(old.Responses, @new.Responses, response => response.Status).Pairs)
        {
            Compare(before.Type, after.Type);
        }
    }

    private void Compare(TypePlan old, TypePlan @new)
    {
        switch (old, @new)
        {
            case (RecordPlan before, RecordPlan after):
                foreach (var (oldProperty, newProperty) in Matching<PropertyPlan>.By(before.Properties, after.Properties, property => property.WireName).Pairs)
                {
                    Compare(oldProperty.Type, newProperty.Type);
                }

                Compare(before.AdditionalProperties?.Value, after.AdditionalProperties?.Value);
                break;
            case (UnionPlan before, UnionPlan after) when before.Cases.Count == after.Cases.Count:
                for (var index = 0; index < before.Cases.Count; index++)
                {
                    Compare(before.Cases[index].Type, after.Cases[index].Type);
                }

                break;
        }
    }

    private void Compare(TypeReference? old, TypeReference? @new)
    {
        while (old?.Item is { } oldItem && @new?.Item is { } newItem)
        {
            (old, @new) = (oldItem, newItem);
        }

        if (old is not null && @new is not null && old.Shape == @new.Shape && _removed.TryGetValue(old.Name, out var before) && _added.TryGetValue(@new.Name, out var after))
        {
            _removed.Remove(old.Name);
            _added.Remove(@new.Name);
            _newNames.Add(old.Name, @new.Name);
            _unread.Enqueue((before, after));
        }
    }
}
