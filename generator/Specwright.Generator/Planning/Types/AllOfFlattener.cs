using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>Merges the parts of <c>allOf</c>: a value must satisfy all of them, so an object has the properties of all.</summary>
internal sealed class AllOfFlattener(SchemaIndex index)
{
    /// <summary>More parts than any description has, references of references included: a hostile one must not grow without bound.</summary>
    private const int MaxParts = 500;

    /// <summary>The same for the properties of all flattened objects of one description together.</summary>
    private const int MaxMergedProperties = 500_000;

    /// <summary>Stands between the pointers of two schemas that were merged.</summary>
    private const string PointerSeparator = " and ";

    private int _mergedProperties;

    /// <summary>A pointer that leads to one place of the description, also for two merged schemas.</summary>
    public static string PlaceOf(string pointer)
    {
        var separator = pointer.IndexOf(PointerSeparator, StringComparison.Ordinal);
        return separator < 0 ? pointer : pointer.Substring(0, separator);
    }

    /// <summary>An object with the united properties, the one part that says something, or a schema that is not supported.</summary>
    public Schema Flatten(AllOfSchema allOf)
    {
        var parts = PartsOf(allOf);
        var properties = parts.OfType<ObjectSchema>().Sum(part => part.Properties.Count);
        if (parts.Count > MaxParts || _mergedProperties + properties > MaxMergedProperties)
        {
            return Unsupported(allOf, $"allOf of more than {MaxParts} parts or {MaxMergedProperties} properties");
        }

        _mergedProperties += properties;
        var own = allOf.Parts.Where(part => !SaysNothing(part)).ToList();
        if (own.Count == 1 && own[0] is ReferenceSchema reference)
        {
            return Annotate(reference, allOf);
        }

        var telling = parts.Where(part => !SaysNothing(part)).ToList();
        return telling.Count == 0
            ? Annotate(parts.FirstOrDefault(part => part is ObjectSchema) ?? new AnySchema { Pointer = allOf.Pointer }, allOf)
            : telling.All(part => part is ObjectSchema)
                ? Merge(allOf, telling.Cast<ObjectSchema>(), parts)
                : Narrowest(allOf, telling);
    }

    /// <summary>All parts in order, nested <c>allOf</c> and references followed; one too many where there are too many.</summary>
    private List<Schema> PartsOf(AllOfSchema allOf)
    {
        var parts = new List<Schema>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Schema>();
        open.Push(allOf);
        while (open.Count > 0 && parts.Count <= MaxParts)
        {
            switch (open.Pop())
            {
                case AllOfSchema nested:
                    foreach (var part in nested.Parts.Reverse())
                    {
                        open.Push(part);
                    }

                    break;
                case ReferenceSchema reference:
                    // Each target counts once: a diamond adds nothing twice and a cycle ends.
                    if (seen.Add(reference.Target) && index.Find(reference.Target) is { } target)
                    {
                        open.Push(target.Schema);
                    }

                    break;
                case UnionSchema { Branches.Count: 1 } union:
                    open.Push(union.Branches[0]);
                    break;
                case var part:
                    parts.Add(part);
                    break;
            }
        }

        return parts;
    }

    private static bool SaysNothing(Schema schema) => schema is AnySchema
        or ObjectSchema { Properties.IsEmpty: true, AdditionalProperties: AdditionalProperties.NotDeclared };

    private static Schema Annotate(Schema schema, AllOfSchema allOf) => schema with
    {
        Pointer = allOf.Pointer,
        Title = allOf.Title ?? schema.Title,
        Description = allOf.Description ?? schema.Description,
        AllowsNull = allOf.AllowsNull || schema.AllowsNull,
        IsDeprecated = allOf.IsDeprecated || schema.IsDeprecated,
        IsReadOnly = allOf.IsReadOnly || schema.IsReadOnly,
        IsWriteOnly = allOf.IsWriteOnly || schema.IsWriteOnly,
        ChosenName = allOf.ChosenName ?? schema.ChosenName,
        Xml = allOf.Xml ?? schema.Xml,
    };

    private ObjectSchema Merge(AllOfSchema allOf, IEnumerable<ObjectSchema> parts, List<Schema> all)
    {
        var order = new List<string>();
        var properties = new Dictionary<string, Property>(StringComparer.Ordinal);
        var additional = AdditionalProperties.NotDeclared;
        Schema? additionalSchema = null;
        foreach (var part in parts)
        {
            foreach (var property in part.Properties)
            {
                if (properties.TryGetValue(property.WireName, out var earlier))
                {
                    properties[property.WireName] = new Property
                    {
                        WireName = property.WireName,
                        Schema = Both(earlier, property),
                        IsRequired = earlier.IsRequired || property.IsRequired,
                    };
                }
                else
                {
                    order.Add(property.WireName);
                    properties.Add(property.WireName, property);
                }
            }

            // Forbidding extras is the stronger word, but "false" beside the properties of another part would forbid those; we only read.
            if (part.AdditionalProperties == AdditionalProperties.Typed || (part.AdditionalProperties == AdditionalProperties.Any && additionalSchema is null))
            {
                additional = part.AdditionalProperties;
                additionalSchema = part.AdditionalPropertiesSchema;
            }
        }

        // What one part requires may be declared by another, also where it says nothing else.
        var required = all.OfType<ObjectSchema>().SelectMany(part => part.RequiredElsewhere).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in required.Where(properties.ContainsKey))
        {
            properties[name] = properties[name] with { IsRequired = true };
        }

        return new ObjectSchema
        {
            Pointer = allOf.Pointer,
            Title = allOf.Title,
            Description = allOf.Description,
            AllowsNull = allOf.AllowsNull,
            IsDeprecated = allOf.IsDeprecated,
            IsReadOnly = allOf.IsReadOnly,
            IsWriteOnly = allOf.IsWriteOnly,
            ChosenName = allOf.ChosenName,
            DefaultJson = allOf.DefaultJson,
            Xml = allOf.Xml,
            Properties = order.Select(name => properties[name]).ToEquatableArray(),
            RequiredElsewhere = required.Where(name => !properties.ContainsKey(name)).ToEquatableArray(),
            AdditionalProperties = additional,
            AdditionalPropertiesSchema = additionalSchema,
        };
    }

    /// <summary>The schema of a property that two parts declare.</summary>
    private Schema Both(Property earlier, Property later)
    {
        // Shallow on purpose: resolving a nested allOf here could come back to the one being flattened.
        var first = Shallow(earlier.Schema);
        var second = Shallow(later.Schema);
        if (first == second || SaysNothing(first))
        {
            return later.Schema;
        }

        if (SaysNothing(second))
        {
            return earlier.Schema with { Description = later.Schema.Description ?? earlier.Schema.Description };
        }

        if (first is ObjectSchema or AllOfSchema && second is ObjectSchema or AllOfSchema)
        {
            // Merged when it is asked for, under a pointer that names the pair: two parts that contain themselves would be merged forever here.
            return new AllOfSchema
            {
                Pointer = later.Schema.Pointer + PointerSeparator + earlier.Schema.Pointer,
                Description = later.Schema.Description,
                Parts = EquatableArray.Of(earlier.Schema, later.Schema),
            };
        }

        return NarrowerOf(first, second) switch
        {
            null => new UnsupportedSchema
            {
                Pointer = later.Schema.Pointer,
                Description = later.Schema.Description,
                AllowsNull = earlier.Schema.AllowsNull && later.Schema.AllowsNull,
                Keyword = $"allOf with two types for '{later.WireName}'",
            },
            var narrower => ReferenceEquals(narrower, first) ? earlier.Schema : later.Schema,
        };
    }

    private Schema Shallow(Schema schema)
    {
        var current = schema;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (current is ReferenceSchema reference && seen.Add(reference.Target) && index.Find(reference.Target) is { } target)
        {
            current = target.Schema;
        }

        return current;
    }

    private static Schema Narrowest(AllOfSchema allOf, IReadOnlyList<Schema> parts)
    {
        Schema? narrowest = parts[0];
        foreach (var part in parts.Skip(1))
        {
            narrowest = narrowest is null ? null : NarrowerOf(narrowest, part);
        }

        return narrowest is null
            ? Unsupported(allOf, parts.OfType<UnsupportedSchema>().FirstOrDefault()?.Keyword ?? "allOf of different types")
            : Annotate(narrowest, allOf);
    }

    private static UnsupportedSchema Unsupported(AllOfSchema allOf, string keyword) => new()
    {
        Pointer = allOf.Pointer,
        Description = allOf.Description,
        AllowsNull = allOf.AllowsNull,
        IsDeprecated = allOf.IsDeprecated,
        Keyword = keyword,
    };

    /// <summary>The one whose values the other one has too; the later of two alike; null where neither is.</summary>
    private static Schema? NarrowerOf(Schema first, Schema second) => (first, second) switch
    {
        (StringSchema one, StringSchema two) => Rank(one.Members.Count, one.Format) > Rank(two.Members.Count, two.Format) ? one : two,
        (IntegerSchema one, IntegerSchema two) => Rank(one.Members.Count, one.Format) > Rank(two.Members.Count, two.Format) ? one : two,
        (NumberSchema one, NumberSchema two) => Rank(0, one.Format) > Rank(0, two.Format) ? one : two,
        (IntegerSchema one, NumberSchema) => one,
        (NumberSchema, IntegerSchema two) => two,
        (BooleanSchema, BooleanSchema two) => two,
        (ArraySchema one, ArraySchema two) => two.Items is AnySchema ? one : one.Items is AnySchema || one.Items == two.Items ? two : null,
        _ => null,
    };

    private static int Rank(int members, string? format) => members > 0 ? 2 : format is not null ? 1 : 0;
}
