using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>Merges the parts of <c>allOf</c>: a value must satisfy all of them, so an object has the properties of all.</summary>
internal sealed class AllOfFlattener(SchemaIndex index)
{
    /// <summary>More parts than any description has, references of references included: a hostile one must not grow without bound.</summary>
    private const int MaxParts = 500;

    /// <summary>The same for the properties of all flattened objects of one description together.</summary>
    private const int MaxMergedProperties = 500_000;

    private readonly SchemaIntersection _intersection = new(index);
    private readonly UnionDistribution _distribution = new(new SchemaIntersection(index), index);
    private int _mergedProperties;

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
        var required = RequiredByName(parts);
        var own = allOf.Parts.Where(part => !SchemaIntersection.SaysNothing(part)).ToList();
        if (own.Count == 1 && own[0] is ReferenceSchema reference && required.Count == 0 && index.Hierarchies.BaseOf(allOf.Pointer) is null)
        {
            return Annotate(reference, allOf);
        }

        var telling = parts.Where(part => !SchemaIntersection.SaysNothing(part)).ToList();
        if (telling.Count == 0)
        {
            return Annotate(parts.FirstOrDefault(part => part is ObjectSchema) ?? new AnySchema { Pointer = allOf.Pointer }, allOf);
        }

        if (telling.Count > 1 && telling.Exists(part => part is UnionSchema))
        {
            telling = _distribution.Distribute(allOf, telling, ObjectsOf);
        }

        return telling.All(part => part is ObjectSchema)
            ? Merge(allOf, telling.Cast<ObjectSchema>().ToList(), [.. parts, .. telling])
            : Narrowest(allOf, telling);
    }

    /// <summary>The parts of the object that a reference leads to, as far as they are said without a choice.</summary>
    private List<ObjectSchema> ObjectsOf(ReferenceSchema reference)
        => [.. PartsOf(new AllOfSchema { Pointer = reference.Pointer, Parts = EquatableArray.Of<Schema>(reference) }).OfType<ObjectSchema>()];

    /// <summary>Properties that only a part without them requires: <c>allOf: [{$ref: Order}, {required: [id]}]</c>.</summary>
    private static HashSet<string> RequiredByName(IReadOnlyList<Schema> parts)
    {
        var objects = parts.OfType<ObjectSchema>().ToList();
        var names = new HashSet<string>(objects.SelectMany(part => part.RequiredElsewhere), StringComparer.Ordinal);
        if (names.Count > 0)
        {
            var properties = objects.SelectMany(part => part.Properties).ToList();
            names.IntersectWith(properties.Select(property => property.WireName));
            names.ExceptWith(properties.Where(property => property.IsRequired).Select(property => property.WireName));
        }

        return names;
    }

    /// <summary>All parts in order, nested <c>allOf</c> and references followed; one too many where there are too many.</summary>
    private List<Schema> PartsOf(AllOfSchema allOf)
    {
        var parts = new List<Schema>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { allOf.Pointer };
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
                // A base that lists its children: whoever has come here is one of them already.
                case UnionSchema union when union.Branches.Any(branch => branch is ReferenceSchema chosen && seen.Contains(chosen.Target)):
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

    private ObjectSchema Merge(AllOfSchema allOf, IReadOnlyList<ObjectSchema> parts, IReadOnlyList<Schema> all)
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
                        Schema = _intersection.Of(earlier, property),
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

        // The base declares what its kinds are told by, be it among its properties or not.
        foreach (var discriminator in parts.Select(part => part.Discriminator).Where(own => own is not null && !properties.ContainsKey(own.WireName)))
        {
            order.Add(discriminator!.WireName);
            properties[discriminator.WireName] = new Property { WireName = discriminator.WireName, Schema = new StringSchema { Pointer = allOf.Pointer + "/discriminator" } };
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

    private Schema Narrowest(AllOfSchema allOf, IReadOnlyList<Schema> parts)
    {
        Schema? narrowest = parts[0];
        foreach (var part in parts.Skip(1))
        {
            narrowest = narrowest is null ? null : _intersection.Of(narrowest, part);
        }

        // Objects beside several choices are merged when asked for, which would come back to this one.
        return narrowest is null or AllOfSchema
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
}
