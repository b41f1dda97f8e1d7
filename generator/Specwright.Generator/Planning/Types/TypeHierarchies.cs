using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>Which named schemas are kinds of others: a base with a discriminator, and what builds on it by <c>allOf</c>.</summary>
/// <remarks>
/// Without a discriminator nothing tells which kind a value is; such schemas stay flat. A schema with two bases derives from the first, for C#
/// knows one base class, and has the members of the other one as its own.
/// </remarks>
internal sealed class TypeHierarchies
{
    /// <summary>Bases of bases: deeper ones are flat.</summary>
    private const int MaxDepth = 64;

    private readonly Dictionary<string, NamedSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    public TypeHierarchies(ApiDescription description)
    {
        foreach (var schema in description.Schemas)
        {
            _schemas[schema.Pointer] = schema;
        }

        var direct = description.Schemas
            .Select(schema => (schema.Pointer, Targets: PartsOf(schema.Schema).OfType<ReferenceSchema>().Select(part => part.Target).Where(_schemas.ContainsKey).ToList()))
            .Where(schema => schema.Targets.Count > 0)
            .ToList();
        var members = Members(direct);
        foreach (var (pointer, targets) in direct)
        {
            if (targets.Find(members.Contains) is { } first)
            {
                _bases.Add(pointer, first);
            }
        }

        foreach (var pointer in _bases.Keys.Where(pointer => !Ends(pointer)).ToList())
        {
            _bases.Remove(pointer);
        }

        foreach (var schema in description.Schemas.Where(schema => _bases.ContainsKey(schema.Pointer)))
        {
            var basePointer = _bases[schema.Pointer];
            if (!_derived.TryGetValue(basePointer, out var derived))
            {
                _derived.Add(basePointer, derived = []);
            }

            derived.Add(schema.Pointer);
        }
    }

    /// <summary>The pointer of the base; null where there is none.</summary>
    public string? BaseOf(string pointer) => _bases.TryGetValue(pointer, out var basePointer) ? basePointer : null;

    /// <summary>The pointers of the schemas that derive from this one without another between, in the order of the description.</summary>
    public IReadOnlyList<string> DerivedFrom(string pointer) => _derived.TryGetValue(pointer, out var derived) ? derived : [];

    /// <summary>The property that tells the kinds of this schema: its own discriminator or that of the nearest base.</summary>
    public string? DiscriminatorOf(string pointer)
    {
        for (var current = pointer; current is not null; current = BaseOf(current))
        {
            if (OwnDiscriminator(_schemas[current].Schema) is { } discriminator)
            {
                return discriminator.WireName;
            }
        }

        return null;
    }

    /// <summary>
    /// The values that stand for exactly this schema: those of the mappings of its bases; without any, what an extension or its own property says;
    /// at last its name.
    /// </summary>
    public IReadOnlyList<string> ValuesOf(string pointer, string discriminator)
    {
        var mapped = new List<string>();
        for (var current = pointer; current is not null; current = BaseOf(current))
        {
            mapped.AddRange(OwnDiscriminator(_schemas[current].Schema) is { } own && own.WireName == discriminator
                ? own.Values.Where(value => value.Target == pointer).Select(value => value.WireValue)
                : []);
        }

        if (mapped.Count > 0)
        {
            return [.. mapped.Distinct(StringComparer.Ordinal)];
        }

        var schema = _schemas[pointer];
        if (BaseOf(pointer) is null)
        {
            return [];
        }

        var property = PartsOf(schema.Schema).OfType<ObjectSchema>().SelectMany(part => part.Properties).FirstOrDefault(property => property.WireName == discriminator)?.Schema;
        return schema.Schema.DiscriminatorValue is { } extension ? [extension]
            : property is StringSchema { Members.IsEmpty: false } text ? [.. text.Members.Select(member => member.WireValue)]
            : property?.DefaultJson is { Length: > 2 } json && json[0] == '"' && !json.Contains('\\') ? [json.Substring(1, json.Length - 2)]
            : [schema.WireName];
    }

    /// <summary>The same for all that derive from the schema, and the schema itself.</summary>
    public IEnumerable<string> ValuesBelow(string pointer, string discriminator)
    {
        var open = new Stack<string>();
        open.Push(pointer);
        while (open.Count > 0)
        {
            var current = open.Pop();
            foreach (var value in ValuesOf(current, discriminator))
            {
                yield return value;
            }

            foreach (var derived in DerivedFrom(current).Reverse())
            {
                open.Push(derived);
            }
        }
    }

    /// <summary>All that derive from the schema, at any depth.</summary>
    public IEnumerable<string> AllDerivedFrom(string pointer)
    {
        var open = new Queue<string>(DerivedFrom(pointer));
        while (open.Count > 0)
        {
            var current = open.Dequeue();
            yield return current;
            foreach (var derived in DerivedFrom(current))
            {
                open.Enqueue(derived);
            }
        }
    }

    private static Discriminator? OwnDiscriminator(Schema schema) => PartsOf(schema).OfType<ObjectSchema>().Select(part => part.Discriminator).FirstOrDefault(own => own is not null);

    /// <summary>What a schema itself says: parts of <c>allOf</c>, also of one inside another, but nothing behind a reference.</summary>
    private static IEnumerable<Schema> PartsOf(Schema schema)
    {
        var open = new Stack<Schema>();
        open.Push(schema);
        while (open.Count > 0)
        {
            if (open.Pop() is not AllOfSchema allOf)
            {
                continue;
            }

            foreach (var part in allOf.Parts.Reverse())
            {
                open.Push(part);
            }

            foreach (var part in allOf.Parts.Where(part => part is not AllOfSchema))
            {
                yield return part;
            }
        }

        if (schema is ObjectSchema)
        {
            yield return schema;
        }
    }

    private HashSet<string> Members(List<(string Pointer, List<string> Targets)> direct)
    {
        var users = direct.SelectMany(schema => schema.Targets.Select(target => (Target: target, schema.Pointer))).ToLookup(pair => pair.Target, pair => pair.Pointer, StringComparer.Ordinal);
        var open = new Queue<string>(_schemas.Values.Where(schema => OwnDiscriminator(schema.Schema) is not null).Select(schema => schema.Pointer));
        var members = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.Count > 0)
        {
            foreach (var user in users[open.Dequeue()].Where(members.Add))
            {
                open.Enqueue(user);
            }
        }

        return members;
    }

    /// <summary>Whether the way up ends: bases that contain each other are no bases.</summary>
    private bool Ends(string pointer)
    {
        var current = pointer;
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (!_bases.TryGetValue(current, out current!))
            {
                return true;
            }
        }

        return false;
    }
}
