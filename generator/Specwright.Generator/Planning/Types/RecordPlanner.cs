using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Types;

/// <summary>Plans the record or class of an object with properties: asks for all that the plan depends on, and makes it of that alone.</summary>
internal sealed class RecordPlanner(
    SchemaIndex index, ClientOptions options, Func<Schema, string, TypeReference> reference, Remembered<RecordParts, MadeRecord> memory, List<Finding> findings)
{
    private const string ReservedSuffix = "Value";

    /// <summary>More make a list that nobody reads.</summary>
    private const int MaxDocumentedValues = 24;

    /// <summary>What every record has already, and the codec nested in it. No member of a class is called so either: the choice between them renames nothing.</summary>
    private static readonly HashSet<string> RecordMembers = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "JsonCodec", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    };

    /// <summary>Parameters and locals of the codec.</summary>
    private static readonly HashSet<string> CodecLocals = new(StringComparer.Ordinal) { "reader", "writer", "value", "cursor", "additionalProperties" };

    private static readonly Dictionary<string, PropertyPlan> NoProperties = [];

    private static readonly HashSet<string> None = [];

    /// <summary>Of an inherited property: words that are not written must not change what derives from where they stand.</summary>
    private static readonly Documentation DocumentedByBase = new();

    private readonly Dictionary<string, RecordPlan> _planned = new(StringComparer.Ordinal);

    public RecordPlan Plan(ObjectSchema schema, string identifier)
    {
        if (!_planned.TryGetValue(identifier, out var plan))
        {
            plan = PlanOnce(schema, identifier);
            _planned.Add(identifier, plan);
        }

        return plan;
    }

    private RecordPlan PlanOnce(ObjectSchema schema, string identifier)
    {
        var baseSchema = index.BaseOf(schema.Pointer);
        var basePlan = baseSchema is null ? null : Plan(baseSchema, reference(baseSchema, identifier).Name);
        var reported = new List<int>();
        var made = memory.Of(identifier, PartsOf(schema, identifier, baseSchema, basePlan, reported), Make);

        // In between is what was reported while the types of the properties were asked for.
        for (var position = made.Findings.Count - 1; position >= 0; position--)
        {
            findings.Insert(reported[made.Findings[position].Place], made.Findings[position].Finding);
        }

        return made.Plan;
    }

    /// <param name="schema">Of the record.</param>
    /// <param name="identifier">Its name.</param>
    /// <param name="baseSchema">Null: it has no base.</param>
    /// <param name="basePlan">The plan of the same.</param>
    /// <param name="reported">Gets the number of findings before each property, and behind the last one.</param>
    private RecordParts PartsOf(ObjectSchema schema, string identifier, ObjectSchema? baseSchema, RecordPlan? basePlan, List<int> reported)
    {
        var derived = index.DerivedFrom(schema.Pointer).ToList();
        var discriminator = basePlan is not null || derived.Count > 0 ? index.Hierarchies.DiscriminatorOf(schema.Pointer) : null;
        var inherited = basePlan is null ? None : new HashSet<string>(basePlan.Properties.Select(property => property.WireName), StringComparer.Ordinal);
        var properties = DeclaredBy(schema);
        for (var position = 0; position < properties.Length; position++)
        {
            if (properties[position].Property is { ChosenName: null, Schema.ChosenName: not null } named && !inherited.Contains(named.WireName))
            {
                properties[position] = properties[position] with { HasOwnType = index.HasOwnType(named.Schema) };
            }
        }

        for (var position = 0; position < properties.Length; position++)
        {
            reported.Add(findings.Count);
            var property = properties[position].Property;
            if (!inherited.Contains(property.WireName) || !(property.WireName == discriminator || IsSame(property, baseSchema!)))
            {
                properties[position] = Asked(properties[position], identifier);
                if (derived.Count > 0 && properties[position].IsAlwaysPresent && !inherited.Contains(property.WireName))
                {
                    properties[position] = properties[position] with { IsDeclaredAgain = IsDeclaredAgain(property, schema) };
                }
            }
        }

        reported.Add(findings.Count);
        return new RecordParts
        {
            Schema = schema,
            Identifier = identifier,
            Base = basePlan,
            IsBase = derived.Count > 0,
            Discriminator = discriminator,
            Properties = EquatableArray.Owning(properties),
            Derived = discriminator is null ? default : derived.Select(kind => new DerivedRecordPlan
            {
                Identifier = reference(kind, identifier).Name,
                DiscriminatorValues = index.Hierarchies.ValuesBelow(kind.Pointer, discriminator).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            }).ToEquatableArray(),
            DiscriminatorValue = discriminator is null ? null : index.Hierarchies.ValuesOf(schema.Pointer, discriminator).FirstOrDefault(),
            AdditionalValue = schema.AdditionalPropertiesSchema is { } value && schema.AdditionalProperties == AdditionalProperties.Typed && basePlan?.AdditionalProperties is null
                ? reference(value, identifier + "Value")
                : null,
        };
    }

    private static PropertyParts[] DeclaredBy(ObjectSchema schema)
    {
        var undeclared = Undeclared(schema).ToList();
        var properties = new PropertyParts[schema.Properties.Count + undeclared.Count];
        for (var position = 0; position < properties.Length; position++)
        {
            properties[position] = new() { Property = position < schema.Properties.Count ? schema.Properties[position] : undeclared[position - schema.Properties.Count] };
        }

        return properties;
    }

    private PropertyParts Asked(PropertyParts parts, string owner)
    {
        var schema = parts.Property.Schema;
        var type = reference(schema, TypeNames.MayNeedName(schema) ? owner + Identifiers.Pascal(parts.Property.WireName) : owner);
        var resolved = index.Resolve(schema);
        return parts with
        {
            Type = type,
            Resolved = resolved,
            IsAlwaysPresent = SchemaIndex.IsAlwaysPresent(parts.Property, resolved),
            IsAlias = schema is ReferenceSchema { Description: null, Title: null } && !index.HasOwnType(resolved),
        };
    }

    private MadeRecord Make(RecordParts parts)
    {
        var identifier = parts.Identifier;
        var basePlan = parts.Base;
        var discriminator = parts.Discriminator;
        var inherited = basePlan is null ? NoProperties : basePlan.Properties.ToDictionary(property => property.WireName, StringComparer.Ordinal);
        var found = new List<Finding>();
        var places = new List<int>();
        var members = new NameScope(RecordMembers, [identifier, .. NamesIn(basePlan)], expected: parts.Properties.Count + 1);
        var own = basePlan is null ? parts.Properties : parts.Properties.Where(property => !inherited.ContainsKey(property.Property.WireName)).ToEquatableArray();
        var names = members.Add(
            own.Select(property => new NameCandidate(property.Property.Schema.Pointer, property.Property.WireName, NameOf(property), Key: property.Property.WireName)).ToList(),
            ReservedSuffix,
            found);
        Place(0);
        var locals = new NameScope(CodecLocals, inherited.Values.Select(property => property.LocalName), expected: parts.Properties.Count);
        var properties = new List<PropertyPlan>(parts.Properties.Count);
        var position = 0;
        foreach (var property in parts.Properties)
        {
            var wireName = property.Property.WireName;
            if (inherited.TryGetValue(wireName, out var above))
            {
                var again = property.Type is null ? above : Plan(property, above.Identifier, above.LocalName);
                properties.Add(again.Type.Name == above.Type.Name && again.Type.Codec == above.Type.Codec ? above with { Origin = PropertyOrigin.Inherited, Documentation = DocumentedByBase }
                    : above.Identifier != identifier ? again with { Origin = PropertyOrigin.Hiding }
                    : again with
                    {
                        // No member is called like its type, so this one cannot have the name of the one it stands for.
                        Identifier = members.Add(new NameCandidate(property.Property.Schema.Pointer, wireName, identifier, Key: wireName), ReservedSuffix, found),
                        LocalName = LocalOf(above.LocalName + ReservedSuffix, locals),
                    });
                Place(properties.Count);
                continue;
            }

            var plan = Plan(property, names[position], LocalOf(names[position], locals));
            properties.Add(property.IsDeclaredAgain ? WithPresence(plan, OptionalPresence(plan)) : plan);
            if (wireName == discriminator)
            {
                // The constructors of the records set it: who makes one has nothing to add.
                properties[properties.Count - 1] = WithPresence(plan, Presence.Optional) with { Type = DiscriminatorTypeOf(plan.Type) };
            }

            position++;
        }

        var record = new RecordPlan
        {
            Identifier = identifier,
            Documentation = DocumentationOf(parts.Schema, identifier, parts.IsBase ? discriminator : null),
            SourcePointer = parts.Schema.Pointer,
            Base = basePlan?.Identifier,
            Derived = parts.Derived,
            DiscriminatorWireName = parts.IsBase ? discriminator : null,
            DiscriminatorValue = discriminator is null ? null : ValueOf(parts.DiscriminatorValue, properties.Find(property => property.WireName == discriminator)),
            Properties = properties.ToEquatableArray(),
            AdditionalProperties = basePlan?.AdditionalProperties is { } kept ? kept with { IsInherited = true } : parts.Schema.AdditionalProperties switch
            {
                AdditionalProperties.Typed => new() { Identifier = NameOfAdditional(members), Value = parts.AdditionalValue! },

                // The members of a kind that the description does not know yet are kept with the base.
                AdditionalProperties.Any => new() { Identifier = NameOfAdditional(members), Value = TypeReferences.Any },
                _ when parts.IsBase => new() { Identifier = NameOfAdditional(members), Value = TypeReferences.Any },
                _ => null,
            },
        };
        return new MadeRecord(record, found.Select((finding, index) => new PlacedFinding(places[index], finding)).ToEquatableArray());

        void Place(int place)
        {
            while (places.Count < found.Count)
            {
                places.Add(place);
            }
        }
    }

    /// <summary>Members that are required although nothing says what they are: a request without them would be refused.</summary>
    /// <remarks>Optional all the same: such names are often left over from an older version, and a response without them must be read. Where additional properties are kept, these are among them.</remarks>
    private static IEnumerable<Property> Undeclared(ObjectSchema schema) => schema.AdditionalProperties == AdditionalProperties.NotDeclared
        ? schema.RequiredElsewhere.Select(name => new Property
        {
            WireName = name,
            Schema = new AnySchema { Pointer = $"{schema.Pointer}/required/{name}", Description = "Required, though the description does not say what it is." },
        })
        : [];

    private static IEnumerable<string> NamesIn(RecordPlan? plan) => plan is null
        ? []
        : plan.Properties.Select(property => property.Identifier).Concat(plan.AdditionalProperties is { } additional ? [additional.Identifier] : []);

    private Documentation DocumentationOf(ObjectSchema schema, string identifier, string? discriminator)
    {
        var documentation = DocumentationText.Of(schema, identifier);
        return discriminator is null ? documentation : documentation with
        {
            Remarks = documentation.Remarks
                .Append($"Read as the derived {(options.Types == TypeKind.Record ? "record" : "class")} that '{discriminator}' names. Of a value that names none, the members are kept.")
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether a record says of a property what its base says.</summary>
    private static bool IsSame(Property property, ObjectSchema other)
        => other.Properties.FirstOrDefault(candidate => candidate.WireName == property.WireName) is { } declared && Bare(declared.Schema) == Bare(property.Schema);

    private static Schema Bare(Schema schema) => schema with { Pointer = "", Title = null, Description = null, DefaultJson = null };

    /// <summary>C# lets no one hide a required member.</summary>
    private bool IsDeclaredAgain(Property property, ObjectSchema schema) => index.Hierarchies.AllDerivedFrom(schema.Pointer)
        .Select(pointer => index.Find(pointer) is { } named ? index.Simplify(named.Schema) : null)
        .OfType<ObjectSchema>()
        .SelectMany(derived => derived.Properties)
        .Any(again => again.WireName == property.WireName && Bare(again.Schema) != Bare(property.Schema));

    private PropertyPlan WithPresence(PropertyPlan plan, Presence presence) => plan with
    {
        Presence = presence,
        IsOptionalType = presence == Presence.OptionalNullable && options.Optionals == OptionalKind.Optional,
    };

    /// <summary>A kind that the description does not know yet is kept with its base, and so must be what it is called: a C# <c>enum</c> cannot hold that.</summary>
    private static TypeReference DiscriminatorTypeOf(TypeReference type) => (type.Shape == TypeShape.ClosedEnum ? TypeReferences.String : type) with { AllowsNull = false };

    private static Presence OptionalPresence(PropertyPlan plan) => plan.Type.AllowsNull ? Presence.OptionalNullable : Presence.Optional;

    private static DiscriminatorValuePlan? ValueOf(string? value, PropertyPlan? property)
        => value is not null && property?.Type.Shape is TypeShape.String or TypeShape.StringEnum
            ? new() { Property = property.Identifier, Type = property.Type, WireValue = value }
            : null;

    private PropertyPlan Plan(PropertyParts parts, string identifier, string localName)
    {
        var type = parts.Type!;
        var presence = parts.IsAlwaysPresent ? Presence.Required
            : type.AllowsNull ? Presence.OptionalNullable
            : Presence.Optional;
        return new PropertyPlan
        {
            Identifier = identifier,
            LocalName = localName,
            WireName = parts.Property.WireName,
            Type = type,
            Presence = presence,
            Documentation = DocumentationOf(parts.Property.Schema, parts.Resolved!, parts.IsAlias, identifier, presence),
            IsSecret = type.IsSecret,
            IsOptionalType = presence == Presence.OptionalNullable && options.Optionals == OptionalKind.Optional,
        };
    }

    private Documentation DocumentationOf(Schema schema, Schema resolved, bool isAlias, string identifier, Presence presence)
    {
        // A type of its own carries its description itself; an alias would lose it.
        var source = isAlias
            ? resolved with { IsDeprecated = schema.IsDeprecated || resolved.IsDeprecated, DefaultJson = schema.DefaultJson ?? resolved.DefaultJson }
            : schema;
        var documentation = DocumentationText.Of(source, identifier);
        if (source.DefaultJson is { Length: <= 60 } value)
        {
            documentation = documentation with { Remarks = documentation.Remarks.Append($"Default: {value}").ToEquatableArray() };
        }

        if (options.Enums == EnumKind.Text && ValuesOf(resolved) is { Length: > 0 } values)
        {
            documentation = documentation with { Remarks = documentation.Remarks.Append(values).ToEquatableArray() };
        }

        // The compiler refuses [Obsolete] on a required member: nobody could avoid the warning.
        return documentation.IsDeprecated && presence == Presence.Required
            ? documentation with { IsDeprecated = false, Remarks = documentation.Remarks.Append("Deprecated, but still required.").ToEquatableArray() }
            : documentation;
    }

    /// <summary>Where no type of its own names them.</summary>
    private static string ValuesOf(Schema schema)
    {
        var members = schema switch
        {
            StringSchema text => text.Members,
            IntegerSchema integer => integer.Members,
            _ => default,
        };
        return members.IsEmpty ? ""
            : "Known values: " + string.Join(", ", members.Take(MaxDocumentedValues).Select(member => DocumentationMark.WithoutMarks(member.WireValue))) + (members.Count > MaxDocumentedValues ? ", …" : ".");
    }

    /// <summary>A name chosen for an inline object is its type's; for anything else it is the property's.</summary>
    private static string NameOf(PropertyParts parts) => parts.Property.ChosenName is { } own ? Identifiers.Chosen(own)
        : parts.Property.Schema.ChosenName is { } chosen && !parts.HasOwnType ? Identifiers.Chosen(chosen)
        : Identifiers.Pascal(parts.Property.WireName);

    private static string NameOfAdditional(NameScope members)
        => new[] { "AdditionalProperties", "OtherProperties", "UnnamedProperties" }.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => "AdditionalProperties" + number))
            .First(name => !members.Contains(name));

    private static string LocalOf(string identifier, NameScope locals)
    {
        var local = Identifiers.Camel(identifier);
        if (local == identifier)
        {
            // A script without capitals: the local would hide the type of that name.
            local += ReservedSuffix;
        }

        return locals.Add(new NameCandidate(identifier, identifier, local), ReservedSuffix, findings: null);
    }
}
