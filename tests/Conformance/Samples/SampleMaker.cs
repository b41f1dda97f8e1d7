using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Makes a value of a schema by walking what NJsonSchema read. The same input gives the same value.</summary>
internal sealed class SampleMaker(IndependentDocument document, SampleOptions options)
{
    private const int Budget = 1_200;
    private const int Deepest = 48;

    private readonly List<JsonSchema> _open = [];
    private int _nodes;

    public JToken Make(JsonSchema schema) => Make([schema], 0, 0) ?? JValue.CreateNull();

    /// <summary>A value of all schemas; null where the text has to end here.</summary>
    private JToken? Make(IReadOnlyList<JsonSchema> schemas, int depth, int index)
    {
        _nodes++;
        if (depth > Deepest)
        {
            return null;
        }

        var all = new List<JsonSchema>();
        string? discriminator = null;
        string? discriminatorValue = null;
        foreach (var schema in schemas)
        {
            Close(schema, all, ref discriminator, ref discriminatorValue);
        }

        var opened = _open.Count;
        _open.AddRange(all);
        try
        {
            return Value(all, depth, index, discriminator, discriminatorValue);
        }
        finally
        {
            _open.RemoveRange(opened, _open.Count - opened);
        }
    }

    private JToken? Value(List<JsonSchema> all, int depth, int index, string? discriminator, string? discriminatorValue)
    {
        var listed = Listed(all);
        if (listed is { Count: > 0 })
        {
            var known = listed.Where(value => value.Type != JTokenType.Null).ToList();
            return known.Count == 0 ? JValue.CreateNull() : known[(options.Variation + index) % known.Count].DeepClone();
        }

        return TypeOf(all) switch
        {
            JsonObjectType.Object => ObjectOf(all, depth, discriminator, discriminatorValue),
            JsonObjectType.Array => ArrayOf(all, depth),
            JsonObjectType.Integer => ScalarSamples.Number(all, isInteger: true, options.IsFull, index),
            JsonObjectType.Number => ScalarSamples.Number(all, isInteger: false, options.IsFull, index),
            JsonObjectType.Boolean => new JValue((options.Variation + index) % 2 == 0),
            JsonObjectType.String => ScalarSamples.Text(all, options.FreeText, options.IsFull, index),
            JsonObjectType.Null => JValue.CreateNull(),
            _ => options.IsFull && depth > 0 ? new JObject { ["anything"] = new JArray(1, "two", JValue.CreateNull()) } : new JValue(options.FreeText),
        };
    }

    /// <summary>The schema, what it refers to, its <c>allOf</c> and the chosen branch of each <c>oneOf</c> and <c>anyOf</c>.</summary>
    private void Close(JsonSchema reference, List<JsonSchema> all, ref string? discriminator, ref string? discriminatorValue)
    {
        var schema = reference.ActualSchema;
        if (all.Contains(schema))
        {
            return;
        }

        all.Add(schema);
        var declared = Discriminators.Of(schema);
        if (declared is not null && discriminator is null)
        {
            discriminator = declared.PropertyName;
            discriminatorValue = declared.ValueFor(document, all[0], schema);
        }

        // A base whose discriminator names its descendants: a value is one of those.
        if (declared is not null && ReferenceEquals(all[0], schema) && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0
            && declared.DescendantOf(document, schema, options.Variation) is { } descendant && !_open.Contains(descendant.Schema))
        {
            discriminatorValue = descendant.Value;
            Close(descendant.Schema, all, ref discriminator, ref discriminatorValue);
        }

        foreach (var part in schema.AllOf)
        {
            Close(part, all, ref discriminator, ref discriminatorValue);
        }

        foreach (var branches in new[] { schema.OneOf, schema.AnyOf })
        {
            if (Choose(branches) is not { } branch)
            {
                continue;
            }

            if (declared is not null)
            {
                discriminator = declared.PropertyName;
                discriminatorValue = declared.ValueFor(document, branch.ActualSchema, schema);
            }

            Close(branch, all, ref discriminator, ref discriminatorValue);
        }
    }

    private JsonSchema? Choose(ICollection<JsonSchema> branches)
    {
        var possible = branches.Where(branch => branch.ActualSchema.Type != JsonObjectType.Null).ToList();
        if (possible.Count == 0)
        {
            return branches.FirstOrDefault();
        }

        // A branch that is open already would go round in a circle.
        var fresh = possible.Where(branch => !_open.Contains(branch.ActualSchema)).ToList();
        var candidates = fresh.Count > 0 ? fresh : possible;
        return candidates[options.Variation % candidates.Count];
    }

    private static List<JToken>? Listed(List<JsonSchema> all)
    {
        List<JToken>? values = null;
        foreach (var schema in all.Where(schema => schema.Enumeration.Count > 0))
        {
            var own = schema.Enumeration.Select(value => value as JToken ?? (value is null ? JValue.CreateNull() : JToken.FromObject(value))).ToList();
            values = values is null ? own : [.. values.Where(value => own.Any(other => JToken.DeepEquals(other, value)))];
        }

        return values;
    }

    private JsonObjectType TypeOf(List<JsonSchema> all)
    {
        var type = JsonObjectType.None;
        foreach (var schema in all.Where(schema => schema.Type != JsonObjectType.None))
        {
            var own = schema.Type & ~JsonObjectType.Null;
            own = own == JsonObjectType.None ? schema.Type : own;
            type = type == JsonObjectType.None ? own : (type & own) == JsonObjectType.None ? Narrower(type, own) : type & own;
        }

        var flags = Enum.GetValues<JsonObjectType>().Where(flag => flag is not JsonObjectType.None and not JsonObjectType.File && type.HasFlag(flag)).ToList();
        return flags.Count switch
        {
            0 when type == JsonObjectType.File => JsonObjectType.String,
            0 => Inferred(all),
            _ => flags[options.Variation % flags.Count],
        };
    }

    // An integer is a number.
    private static JsonObjectType Narrower(JsonObjectType one, JsonObjectType other)
        => (one | other).HasFlag(JsonObjectType.Integer) && (one | other).HasFlag(JsonObjectType.Number) ? JsonObjectType.Integer : one;

    private static JsonObjectType Inferred(List<JsonSchema> all)
    {
        if (all.Any(schema => schema.Properties.Count > 0 || schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0 || schema.RequiredProperties.Count > 0))
        {
            return JsonObjectType.Object;
        }

        if (all.Any(schema => schema.Item is not null || schema.Items.Count > 0))
        {
            return JsonObjectType.Array;
        }

        if (all.Any(schema => schema.Format is "date-time" or "date" or "uuid" or "byte" or "binary" or "uri" or "email" || schema.Pattern is not null || schema.MinLength is not null || schema.MaxLength is not null))
        {
            return JsonObjectType.String;
        }

        return all.Any(schema => schema.Minimum is not null || schema.Maximum is not null || schema.MultipleOf is not null) ? JsonObjectType.Number : JsonObjectType.None;
    }

    private JObject? ObjectOf(List<JsonSchema> all, int depth, string? discriminator, string? discriminatorValue)
    {
        var members = new Dictionary<string, List<JsonSchema>>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var (name, property) in all.SelectMany(schema => schema.Properties))
        {
            if (!members.TryGetValue(name, out var same))
            {
                members[name] = same = [];
                names.Add(name);
            }

            same.Add(property);
        }

        var required = all.SelectMany(schema => schema.RequiredProperties).ToHashSet(StringComparer.Ordinal);
        required.UnionWith(all.SelectMany(schema => schema.Properties.Values).Where(property => property.IsRequired).Select(property => property.Name));
        var isRoomy = options.IsFull && depth < options.FullDepth && _nodes < Budget && all.All(schema => _open.Count(open => ReferenceEquals(open, schema)) < 2);
        var result = new JObject();
        foreach (var name in names.Concat(required.Where(name => !members.ContainsKey(name))))
        {
            var isNeeded = required.Contains(name);
            if (name == discriminator && discriminatorValue is not null && Allows(members.GetValueOrDefault(name), discriminatorValue))
            {
                result[name] = discriminatorValue;
            }
            else if (isNeeded || (isRoomy && IsExpected(members[name])))
            {
                if (Member(members.GetValueOrDefault(name), isNeeded, depth) is { } value)
                {
                    result[name] = value;
                }
                else if (isNeeded)
                {
                    return null;
                }
            }
        }

        if (discriminator is not null && discriminatorValue is not null && !result.ContainsKey(discriminator) && members.ContainsKey(discriminator) && Allows(members[discriminator], discriminatorValue))
        {
            result[discriminator] = discriminatorValue;
        }

        AddOthers(result, all, names.Count > 0, isRoomy, depth);
        return result;
    }

    private bool IsExpected(List<JsonSchema> member) => !member.OfType<JsonSchemaProperty>().Any(property => options.IsRequest ? property.IsReadOnly : property.IsWriteOnly);

    private static bool Allows(List<JsonSchema>? member, string value)
    {
        var listed = member is null ? null : Listed([.. member.Select(schema => schema.ActualSchema), .. member.SelectMany(schema => schema.ActualSchema.AllOf).Select(schema => schema.ActualSchema)]);
        return listed is not { Count: > 0 } || listed.Any(candidate => candidate.ToString() == value);
    }

    private JToken? Member(List<JsonSchema>? member, bool isNeeded, int depth)
    {
        if (member is null)
        {
            return new JValue(options.FreeText);
        }

        if (options.UsesNull && (options.IsFull ? options.Variation == 2 && !isNeeded : isNeeded) && member.All(schema => schema.ActualSchema.IsNullableRaw == true || schema.IsNullableRaw == true))
        {
            return JValue.CreateNull();
        }

        return Make(member, depth + 1, 0);
    }

    /// <summary>Entries of a map, members that only a pattern names, and extras beside properties.</summary>
    private void AddOthers(JObject result, List<JsonSchema> all, bool hasProperties, bool isRoomy, int depth)
    {
        foreach (var (pattern, property) in all.SelectMany(schema => schema.PatternProperties).Where(_ => isRoomy))
        {
            if (PatternText.Make(pattern, 1, 100) is { } name && Make([property], depth + 1, 0) is { } value)
            {
                result[name] = value;
            }
        }

        if (all.Any(schema => !schema.AllowAdditionalProperties && schema.AdditionalPropertiesSchema is null))
        {
            return;
        }

        var extras = all.Select(schema => schema.AdditionalPropertiesSchema).OfType<JsonSchema>().ToList();
        var wanted = Math.Max(all.Max(schema => schema.MinProperties) - result.Count, !isRoomy ? 0 : extras.Count > 0 ? hasProperties ? 1 : 2 : hasProperties ? 0 : 1);
        var most = all.Where(schema => schema.MaxProperties > 0).Select(schema => schema.MaxProperties).DefaultIfEmpty(int.MaxValue).Min();
        for (var number = 1; number <= wanted && result.Count < most; number++)
        {
            var value = extras.Count > 0 ? Make(extras, depth + 1, number) : new JValue(options.FreeText);
            if (value is not null)
            {
                result[options.ExtraName + number.ToString(CultureInfo.InvariantCulture)] = value;
            }
        }
    }

    private JArray? ArrayOf(List<JsonSchema> all, int depth)
    {
        var result = new JArray();
        var tuple = all.FirstOrDefault(schema => schema.Items.Count > 0);
        if (tuple is not null)
        {
            foreach (var item in tuple.Items)
            {
                if (Make([item], depth + 1, 0) is { } value)
                {
                    result.Add(value);
                }
            }

            return result;
        }

        var items = all.Select(schema => schema.Item).OfType<JsonSchema>().ToList();
        var least = all.Max(schema => schema.MinItems);
        var most = all.Where(schema => schema.MaxItems > 0).Select(schema => schema.MaxItems).DefaultIfEmpty(int.MaxValue).Min();
        var isRoomy = options.IsFull && _nodes < Budget && depth <= options.FullDepth + 1 && !items.Any(item => _open.Count(open => ReferenceEquals(open, item.ActualSchema)) > 1);
        var count = Math.Min(Math.Max(least, isRoomy ? depth > 2 ? 1 : 2 : 0), most);
        for (var index = 0; index < count; index++)
        {
            var value = items.Count > 0 ? Make(items, depth + 1, index) : new JValue(options.FreeText + index.ToString(CultureInfo.InvariantCulture));
            if (value is null)
            {
                return least == 0 ? result : null;
            }

            if (!all.Any(schema => schema.UniqueItems) || !result.Any(other => JToken.DeepEquals(other, value)))
            {
                result.Add(value);
            }
        }

        return result;
    }
}
