using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading.Schemas;

/// <summary>Named schemas that only name each other say nothing: <c>A: {allOf: [{$ref: B}]}</c>, <c>B: {allOf: [{$ref: A}]}</c>.</summary>
/// <remarks>Plain <c>$ref</c> circles are found on the way; these show only after single parts are unwrapped.</remarks>
internal sealed class AliasCycleRule(ICollection<Finding> findings)
{
    public List<NamedSchema> Apply(List<NamedSchema> schemas)
    {
        var targets = schemas
            .Where(named => named.Schema is ReferenceSchema)
            .ToDictionary(named => named.Pointer, named => ((ReferenceSchema)named.Schema).Target, StringComparer.Ordinal);
        var cyclic = Cyclic(targets);
        return [.. schemas.Select(named => cyclic.Contains(named.Pointer) ? Opened(named) : named)];
    }

    /// <summary>The pointers from which following references never ends.</summary>
    private static HashSet<string> Cyclic(Dictionary<string, string> targets)
    {
        var cyclic = new HashSet<string>(StringComparer.Ordinal);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in targets.Keys)
        {
            var way = new List<string>();
            var onWay = new HashSet<string>(StringComparer.Ordinal);
            var current = start;
            while (!settled.Contains(current) && targets.TryGetValue(current, out var next) && onWay.Add(current))
            {
                way.Add(current);
                current = next;
            }

            if (cyclic.Contains(current) || onWay.Contains(current))
            {
                cyclic.UnionWith(way);
            }

            settled.UnionWith(way);
        }

        return cyclic;
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
