using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Names the generated types: named schemas first, then inline ones by where they stand.</summary>
/// <remarks>
/// All named schemas, and everything inline in them, are named before anything else asks, in the order of their pointers. What the
/// operations use, and in which order, therefore never renames a type.
/// </remarks>
internal sealed class TypeNames
{
    private const string ReservedSuffix = "Model";

    /// <summary>Names that a type cannot have: members that the compiler gives each record, the codec nested in each type, the members of the class that offers JSON type information, a type parameter.</summary>
    private static readonly string[] NeverTypeNames =
    [
        "JsonCodec", "Default", "GetTypeInfo", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
        "PrintMembers", "EqualityContract", "TResult",
    ];

    private readonly SchemaIndex _index;
    private readonly ICollection<Finding> _findings;
    private readonly NameScope _scope;
    private readonly HashSet<string> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _companions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _identifiers = new(StringComparer.Ordinal);

    public TypeNames(ApiDescription description, SchemaIndex index, IEnumerable<string> reservedTypeNames, ICollection<Finding> findings)
    {
        _index = index;
        _findings = findings;
        _scope = new NameScope(ignoreCase: true, reservedTypeNames.Concat(NeverTypeNames));

        var named = description.Schemas.Where(schema => index.HasOwnType(schema.Schema)).ToList();
        var candidates = named
            .Select(schema => new NameCandidate(
                schema.Pointer,
                schema.WireName,
                TypeName(schema.Schema, schema.Schema.ChosenName is { } chosen ? Chosen(chosen) : Identifiers.Pascal(schema.WireName))))
            .ToList();
        var names = _scope.Add(candidates, ReservedSuffix, findings);
        for (var position = 0; position < named.Count; position++)
        {
            _identifiers[index.Simplify(named[position].Schema).Pointer] = names[position];
        }

        foreach (var schema in description.Schemas.OrderBy(schema => schema.Pointer, StringComparer.Ordinal))
        {
            NameInline(schema.Schema, Identifiers.Pascal(schema.WireName));
        }
    }

    /// <summary>The name of the class beside a closed enumeration, which has a name already.</summary>
    public string CompanionOf(Schema schema)
    {
        var pointer = _index.Simplify(schema).Pointer;
        if (!_companions.TryGetValue(pointer, out var companion))
        {
            companion = _scope.Add(new NameCandidate(SchemaIntersection.PlaceOf(pointer), pointer, _identifiers[pointer] + "Extensions", Key: pointer), ReservedSuffix, _findings);
            _companions.Add(pointer, companion);
        }

        return companion;
    }

    /// <summary>The name of a schema that has a type of its own.</summary>
    /// <param name="schema">One that <see cref="SchemaIndex.HasOwnType"/>.</param>
    /// <param name="nameHint">Used when nothing has named it yet.</param>
    public string Name(Schema schema, string nameHint)
    {
        var pointer = _index.Simplify(schema).Pointer;
        if (!_identifiers.ContainsKey(pointer))
        {
            NameInline(schema, ComponentHint(pointer) ?? nameHint);
        }

        return _identifiers[pointer];
    }

    /// <summary>
    /// A response, body, parameter or header under <c>components</c> may be used by many operations: its schema is named after it, not after
    /// the operation that happens to come first.
    /// </summary>
    private static string? ComponentHint(string pointer)
    {
        if (pointer.StartsWith("#/paths/", StringComparison.Ordinal))
        {
            return null;
        }

        var tokens = pointer.Split('/');
        var section = tokens.Length > 2 && tokens[1] == "components" ? 2 : 1;
        if (tokens.Length < section + 2 || !tokens[0].EndsWith("#", StringComparison.Ordinal))
        {
            return null;
        }

        return tokens[section] switch
        {
            "responses" => Name() + "Response",
            "requestBodies" => Name() + "Request",
            "headers" => Name() + "Header",
            "parameters" => Name(),
            _ => null,
        };

        string Name() => Identifiers.Pascal(tokens[section + 1].Replace("~1", "/").Replace("~0", "~"));
    }

    /// <summary>Whether a type may be generated for the schema or for what is in it; most properties are of none, and no name is made up for them.</summary>
    public static bool MayNeedName(Schema schema) => schema switch
    {
        StringSchema text => !text.Members.IsEmpty,
        IntegerSchema integer => !integer.Members.IsEmpty,
        NumberSchema or BooleanSchema or AnySchema => false,

        // What it leads to is named where it stands.
        ReferenceSchema => false,
        _ => true,
    };

    /// <summary>The compiler warns of a type in small letters only, since such names may become keywords (CS8981).</summary>
    private static string Chosen(string name) => name.All(character => character is >= 'a' and <= 'z') ? Identifiers.Pascal(name) : Identifiers.Chosen(name);

    /// <summary>An enumeration and a union have members of these names, and no member may be called like its type.</summary>
    private string TypeName(Schema schema, string identifier) => _index.Simplify(schema) switch
    {
        StringSchema or IntegerSchema when identifier is "Value" or "Values" or "IsKnown" => identifier + ReservedSuffix,
        UnionSchema when identifier is "Of" or "OfUnknown" or "IsUnknown" or "Switch" or "TryGetUnknown" => identifier + ReservedSuffix,
        _ => identifier,
    };

    /// <summary>Names the schema, unless it is named or has no type, and what is inline below it.</summary>
    private void NameInline(Schema schema, string hint)
    {
        if (_index.HasOwnType(schema))
        {
            var simple = _index.Simplify(schema);
            if (!_identifiers.TryGetValue(simple.Pointer, out var identifier))
            {
                identifier = TypeName(schema, simple.ChosenName is { } chosen ? Chosen(chosen) : Identifiers.Shorten(hint));
                identifier = _scope.Add(new NameCandidate(SchemaIntersection.PlaceOf(simple.Pointer), hint, identifier, Key: simple.Pointer), ReservedSuffix, _findings);
                _identifiers.Add(simple.Pointer, identifier);
            }

            hint = identifier;
        }

        NameBelow(schema, hint);
    }

    /// <summary>Walks the description as written: a property of a referenced part of <c>allOf</c> is named where it stands, not where it is merged into.</summary>
    private void NameBelow(Schema schema, string hint)
    {
        switch (schema)
        {
            case ObjectSchema @object:
                foreach (var property in @object.Properties)
                {
                    if (MayNeedName(property.Schema))
                    {
                        NameInline(property.Schema, hint + Identifiers.Pascal(property.WireName));
                    }
                }

                if (@object.AdditionalPropertiesSchema is { } value)
                {
                    NameInline(value, hint + "Value");
                }

                break;
            case ArraySchema array:
                NameInline(array.Items, hint + "Item");
                break;
            case AllOfSchema made when SchemaIntersection.IsMade(made.Pointer):
                // Its other parts stand elsewhere and are named there.
                NameBelow(made.Parts[made.Parts.Count - 1], hint);
                break;
            case AllOfSchema allOf:
                // A member that several parts describe is named before what each of them says of it, which nobody uses.
                var simple = _index.Simplify(allOf);
                foreach (var property in simple is ObjectSchema merged ? merged.Properties.Where(property => SchemaIntersection.IsMade(property.Schema.Pointer)) : [])
                {
                    NameInline(property.Schema, hint + Identifiers.Pascal(property.WireName));
                }

                var isChoice = simple is UnionSchema;
                foreach (var part in allOf.Parts)
                {
                    if (!(isChoice && part is UnionSchema))
                    {
                        NameBelow(part, hint);
                    }
                }

                // A branch may contain the choice again: once is enough.
                if (isChoice && _choices.Add(allOf.Pointer))
                {
                    // What stands under the choice is named with what the other parts add to it.
                    NameBelow(simple, hint);
                }

                break;
            case UnionSchema union:
                var isOne = !_index.HasOwnType(union);
                for (var position = 0; position < union.Branches.Count; position++)
                {
                    // A union that comes down to one type is named like that type.
                    if (isOne)
                    {
                        NameBelow(union.Branches[position], hint);
                    }
                    else if (union.Branches[position] is UnionSchema nested)
                    {
                        // Dissolved into this one: it has no type.
                        NameBelow(nested, UnionCaseNames.HintOf(nested, position, hint));
                    }
                    else
                    {
                        NameInline(union.Branches[position], UnionCaseNames.HintOf(union.Branches[position], position, hint));
                    }
                }

                break;
        }
    }
}
