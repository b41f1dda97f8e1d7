using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading.Schemas;

/// <summary>Named schemas that only name each other say nothing: <c>A: {allOf: [{$ref: B}]}</c>, <c>B: {allOf: [{$ref: A}]}</c>.</summary>
/// <remarks>Plain <c>$ref</c> circles are found on the way; these show only after single parts are unwrapped.</remarks>
internal sealed class AliasCycleRule(ICollection<Finding> findings)
{
    private const int MaxLength = 32;
    private const int Cyclic = -1;

    public List<NamedSchema> Apply(List<NamedSchema> schemas)
    {
        var targets = schemas
            .Where(named => named.Schema is ReferenceSchema)
            .ToDictionary(named => named.Pointer, named => ((ReferenceSchema)named.Schema).Target, StringComparer.Ordinal);
        var endless = Endless(targets);
        return [.. schemas.Select(named => endless.Contains(named.Pointer) ? Opened(named) : named)];
    }

    /// <summary>The pointers from which following references never ends, and those that cut a chain nobody means: whoever resolves each of its links would go through it again and again.</summary>
    private static HashSet<string> Endless(Dictionary<string, string> targets)
    {
        var endless = new HashSet<string>(StringComparer.Ordinal);
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var start in targets.Keys)
        {
            var way = new List<string>();
            var onWay = new HashSet<string>(StringComparer.Ordinal);
            var current = start;
            while (!lengths.ContainsKey(current) && targets.TryGetValue(current, out var next) && onWay.Add(current))
            {
                way.Add(current);
                current = next;
            }

            // Only what leads into a circle has no length; what was cut begins anew.
            lengths.TryGetValue(current, out var length);
            var isCyclic = onWay.Contains(current) || length == Cyclic;
            for (var index = way.Count - 1; index >= 0; index--)
            {
                length = isCyclic ? Cyclic : length + 1 > MaxLength ? 0 : length + 1;
                lengths[way[index]] = length;
                if (length is Cyclic or 0)
                {
                    endless.Add(way[index]);
                }
            }
        }

        return endless;
    }

    private NamedSchema Opened(NamedSchema named)
    {
        var schema = (ReferenceSchema)named.Schema;
        findings.Add(new Finding { RuleId = Rules.ReferenceUnresolved.Id, Pointer = named.Pointer, Arguments = EquatableArray.Of(schema.Target) });
        return named with
        {
            Schema = new AnySchema
            {
                Pointer = schema.Pointer,
                Title = schema.Title,
                Description = schema.Description,
                AllowsNull = schema.AllowsNull,
                IsDeprecated = schema.IsDeprecated,
                IsReadOnly = schema.IsReadOnly,
                IsWriteOnly = schema.IsWriteOnly,
                ChosenName = schema.ChosenName,
                DefaultJson = schema.DefaultJson,
            },
        };
    }
}
