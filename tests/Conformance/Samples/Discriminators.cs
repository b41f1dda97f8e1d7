using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>A discriminator as the document declares it (OpenAPI 3.1.1, Discriminator Object).</summary>
/// <param name="PropertyName">The member that tells.</param>
/// <param name="Mapping">Value to reference or component name.</param>
internal sealed record Discriminators(string PropertyName, IReadOnlyList<(string Value, string Target)> Mapping)
{
    public static Discriminators? Of(JsonSchema schema)
    {
        if (schema.ExtensionData?.TryGetValue(PreparedDocument.Discriminator, out var text) != true || text is not string json)
        {
            return null;
        }

        var declared = JObject.Parse(json);
        return declared["propertyName"]?.ToString() is { } name
            ? new(name, [.. (declared["mapping"] as JObject ?? []).Properties().Select(pair => (pair.Name, pair.Value.ToString()))])
            : null;
    }

    /// <summary>The value for a schema: as mapped, else its component name; null where it has neither.</summary>
    public string? ValueFor(IndependentDocument document, JsonSchema schema, JsonSchema declaring)
    {
        var name = NameOf(schema) ?? NameOf(declaring);
        foreach (var (value, target) in Mapping)
        {
            var last = Uri.UnescapeDataString(target[(target.LastIndexOf('/') + 1)..]).Replace("~1", "/", StringComparison.Ordinal);
            if (document.Components.TryGetValue(last, out var mapped) && ReferenceEquals(mapped.ActualSchema, schema))
            {
                return value;
            }
        }

        return name;
    }

    /// <summary>One of the schemas that the mapping names; null where it names none but the declaring one.</summary>
    public (string Value, JsonSchema Schema)? DescendantOf(IndependentDocument document, JsonSchema declaring, int variation)
    {
        var descendants = Mapping
            .Select(pair => (pair.Value, Schema: document.Components.GetValueOrDefault(pair.Target[(pair.Target.LastIndexOf('/') + 1)..])?.ActualSchema))
            .Where(pair => pair.Schema is not null && !ReferenceEquals(pair.Schema, declaring))
            .ToList();
        return descendants.Count == 0 ? null : (descendants[variation % descendants.Count].Value, descendants[variation % descendants.Count].Schema!);
    }

    private static string? NameOf(JsonSchema schema)
        => schema.ExtensionData?.TryGetValue(PreparedDocument.ComponentName, out var name) == true ? name as string : null;
}
