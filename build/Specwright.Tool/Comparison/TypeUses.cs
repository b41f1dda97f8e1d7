using Specwright.Planning;

namespace Specwright.Tool.Comparison;

/// <summary>Which way the values of a type travel.</summary>
[Flags]
internal enum TypeUse
{
    None = 0,

    /// <summary>Callers make them.</summary>
    Sent = 1,

    /// <summary>Callers read them.</summary>
    Received = 2,

    Both = Sent | Received,
}

/// <summary>Which way the values of each generated type travel, through whatever other types.</summary>
internal sealed class TypeUses
{
    private readonly Dictionary<string, TypeUse> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypePlan> _types;

    public TypeUses(ApiPlan plan)
    {
        _types = plan.Types.ToDictionary(type => type.Identifier, StringComparer.Ordinal);
        foreach (var operation in plan.Client.AllOperations)
        {
            foreach (var parameter in operation.Parameters)
            {
                Add(parameter.Type, TypeUse.Sent);
            }

            Add(operation.Body?.Type, TypeUse.Sent);
            foreach (var type in operation.Responses.Select(response => response.Type)
                .Concat((operation.Headers?.Fields ?? default).Select(field => field.Type)))
            {
                Add(type, TypeUse.Received);
            }
        }

        foreach (var webhook in plan.Webhooks?.Webhooks ?? default)
        {
            Add(webhook.Payload, TypeUse.Received);
            foreach (var answer in webhook.Answers)
            {
                Add(answer.Type, TypeUse.Sent);
            }

            foreach (var field in webhook.Parameters?.Fields ?? default)
            {
                Add(field.Type, TypeUse.Received);
            }
        }
    }

    /// <summary>A type that no operation uses may be used either way.</summary>
    public TypeUse Of(string identifier) => _uses.GetValueOrDefault(identifier, TypeUse.Both);

    private void Add(TypeReference? reference, TypeUse use)
    {
        for (var type = reference; type is not null; type = type.Item)
        {
            Add(type.Name, use);
        }
    }

    private void Add(string identifier, TypeUse use)
    {
        var unread = new Stack<string>([identifier]);
        while (unread.TryPop(out var next))
        {
            var known = _uses.GetValueOrDefault(next);
            if ((known & use) == use || !_types.TryGetValue(next, out var type))
            {
                continue;
            }

            _uses[next] = known | use;
            foreach (var part in PartsOf(type))
            {
                unread.Push(part);
            }
        }
    }

    private static IEnumerable<string> PartsOf(TypePlan type) => type switch
    {
        RecordPlan record => record.Properties.Select(property => property.Type).Append(record.AdditionalProperties?.Value).SelectMany(NamesIn)
            .Concat(record.Derived.Select(derived => derived.Identifier)),
        UnionPlan union => union.Cases.SelectMany(@case => NamesIn(@case.Type)),
        _ => [],
    };

    private static IEnumerable<string> NamesIn(TypeReference? reference)
    {
        for (var type = reference; type is not null; type = type.Item)
        {
            yield return type.Name;
        }
    }
}
