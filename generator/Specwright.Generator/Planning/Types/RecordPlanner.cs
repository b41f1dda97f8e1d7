using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Plans the record or class of an object with properties.</summary>
internal sealed class RecordPlanner(SchemaIndex index, ClientOptions options, Func<Schema, string, TypeReference> reference, ICollection<Finding> findings)
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
        var inherited = basePlan is null ? NoProperties : basePlan.Properties.ToDictionary(property => property.WireName, StringComparer.Ordinal);
        var derived = index.DerivedFrom(schema.Pointer).ToList();
        var discriminator = basePlan is not null || derived.Count > 0 ? index.Hierarchies.DiscriminatorOf(schema.Pointer) : null;

        var declared = schema.Properties.Concat(Undeclared(schema)).ToList();
        var members = new NameScope(RecordMembers, [identifier, .. NamesIn(basePlan)], expected: declared.Count + 1);
        var own = basePlan is null ? declared : declared.Where(property => !inherited.ContainsKey(property.WireName)).ToList();
        var names = members.Add(
            own.Select(property => new NameCandidate(property.Schema.Pointer, property.WireName, NameOf(property), Key: property.WireName)).ToList(),
            ReservedSuffix,
            findings);
        var locals = new NameScope(CodecLocals, inherited.Values.Select(property => property.LocalName), expected: declared.Count);
        var properties = new List<PropertyPlan>(declared.Count);
        var position = 0;
        foreach (var property in declared)
        {
            if (inherited.TryGetValue(property.WireName, out var above))
            {
                var same = property.WireName == discriminator || IsSame(property, baseSchema!);
                var again = same ? above : Plan(property, identifier, above.Identifier, above.LocalName);
                properties.Add(again.Type.Name == above.Type.Name && again.Type.Codec == above.Type.Codec ? above with { Origin = PropertyOrigin.Inherited }
                    : above.Identifier != identifier ? again with { Origin = PropertyOrigin.Hiding }
                    : again with
                    {
                        // No member is called like its type, so this one cannot have the name of the one it stands for.
                        Identifier = members.Add(new NameCandidate(property.Schema.Pointer, property.WireName, identifier, Key: property.WireName), ReservedSuffix, findings),
                        LocalName = LocalOf(above.LocalName + ReservedSuffix, locals),
                    });
                continue;
            }

            var plan = Plan(property, identifier, names[position], LocalOf(names[position], locals));
            properties.Add(derived.Count > 0 && plan.Presence == Presence.Required && IsDeclaredAgain(property, schema) ? WithPresence(plan, OptionalPresence(plan)) : plan);
            if (property.WireName == discriminator)
            {
                // The constructors of the records set it: who makes one has nothing to add.
                properties[properties.Count - 1] = WithPresence(plan, Presence.Optional) with { Type = DiscriminatorTypeOf(plan.Type) };
            }

            position++;
        }

        return new RecordPlan
        {
            Identifier = identifier,
            Documentation = DocumentationOf(schema, identifier, derived.Count > 0 ? discriminator : null),
            SourcePointer = schema.Pointer,
            Base = basePlan?.Identifier,
            Derived = discriminator is null ? default : derived.Select(kind => new DerivedRecordPlan
            {
                Identifier = reference(kind, identifier).Name,
                DiscriminatorValues = index.Hierarchies.ValuesBelow(kind.Pointer, discriminator).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            }).ToEquatableArray(),
            DiscriminatorWireName = derived.Count > 0 ? discriminator : null,
            DiscriminatorValue = discriminator is null ? null : ValueOf(schema, properties.Find(property => property.WireName == discriminator), discriminator),
            Properties = properties.ToEquatableArray(),
            AdditionalProperties = basePlan?.AdditionalProperties is { } kept ? kept with { IsInherited = true } : schema.AdditionalProperties switch
            {
                AdditionalProperties.Typed => new()
                {
                    Identifier = NameOfAdditional(members),
                    Value = reference(schema.AdditionalPropertiesSchema!, identifier + "Value"),
                },

                // The members of a kind that the description does not know yet are kept with the base.
                AdditionalProperties.Any => new() { Identifier = NameOfAdditional(members), Value = TypeReferences.Any },
                _ when derived.Count > 0 => new() { Identifier = NameOfAdditional(members), Value = TypeReferences.Any },
                _ => null,
            },
        };
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

    private DiscriminatorValuePlan? ValueOf(ObjectSchema schema, PropertyPlan? property, string discriminator)
        => property?.Type.Shape is TypeShape.String or TypeShape.StringEnum && index.Hierarchies.ValuesOf(schema.Pointer, discriminator).FirstOrDefault() is { } first
            ? new() { Property = property.Identifier, Type = property.Type, WireValue = first }
            : null;

    private PropertyPlan Plan(Property property, string owner, string identifier, string localName)
    {
        var type = reference(property.Schema, TypeNames.MayNeedName(property.Schema) ? owner + Identifiers.Pascal(property.WireName) : owner);
        var resolved = index.Resolve(property.Schema);

        var presence = index.IsAlwaysPresent(property) ? Presence.Required
            : type.AllowsNull ? Presence.OptionalNullable
            : Presence.Optional;
        return new PropertyPlan
        {
            Identifier = identifier,
            LocalName = localName,
            WireName = property.WireName,
            Type = type,
            Presence = presence,
            Documentation = DocumentationOf(property.Schema, resolved, identifier, presence),
            IsSecret = type.IsSecret,
            IsOptionalType = presence == Presence.OptionalNullable && options.Optionals == OptionalKind.Optional,
        };
    }

    private Documentation DocumentationOf(Schema schema, Schema resolved, string identifier, Presence presence)
    {
        // A type of its own carries its description itself; an alias would lose it.
        var source = schema is ReferenceSchema && !index.HasOwnType(resolved) && schema.Description is null && schema.Title is null
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
    private string NameOf(Property property) => property.ChosenName is { } own ? Identifiers.Chosen(own)
        : property.Schema.ChosenName is { } chosen && !index.HasOwnType(property.Schema) ? Identifiers.Chosen(chosen)
        : Identifiers.Pascal(property.WireName);

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
