using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Types;

/// <summary>Plans the record of an object with properties.</summary>
internal sealed class RecordPlanner(SchemaIndex index, Func<Schema, string, TypeReference> reference, ICollection<Finding> findings)
{
    private const string ReservedSuffix = "Value";

    /// <summary>What every record has already, and the codec nested in it.</summary>
    private static readonly string[] RecordMembers =
    [
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "JsonCodec", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    ];

    /// <summary>Parameters and locals of the codec.</summary>
    private static readonly string[] CodecLocals = ["reader", "writer", "value", "cursor", "additionalProperties"];

    public RecordPlan Plan(ObjectSchema schema, string identifier)
    {
        var members = new NameScope(ignoreCase: false, RecordMembers.Append(identifier));
        var declared = schema.Properties.Concat(Undeclared(schema)).ToList();
        var names = members.Add(
            declared.Select(property => new NameCandidate(property.Schema.Pointer, property.WireName, NameOf(property), Key: property.WireName)).ToList(),
            ReservedSuffix,
            findings);
        var locals = new NameScope(ignoreCase: false, CodecLocals);
        var properties = new List<PropertyPlan>();
        for (var position = 0; position < names.Count; position++)
        {
            properties.Add(Plan(declared[position], identifier, names[position], LocalOf(names[position], locals)));
        }

        return new RecordPlan
        {
            Identifier = identifier,
            Documentation = DocumentationText.Of(schema, identifier),
            SourcePointer = schema.Pointer,
            Properties = properties.ToEquatableArray(),
            AdditionalProperties = schema.AdditionalProperties switch
            {
                AdditionalProperties.Any => new() { Identifier = NameOfAdditional(members), Value = TypeReferences.Any },
                AdditionalProperties.Typed => new()
                {
                    Identifier = NameOfAdditional(members),
                    Value = reference(schema.AdditionalPropertiesSchema!, identifier + "Value"),
                },
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

    private PropertyPlan Plan(Property property, string owner, string identifier, string localName)
    {
        var type = reference(property.Schema, owner + Identifiers.Pascal(property.WireName));
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

        // The compiler refuses [Obsolete] on a required member: nobody could avoid the warning.
        return documentation.IsDeprecated && presence == Presence.Required
            ? documentation with { IsDeprecated = false, Remarks = documentation.Remarks.Append("Deprecated, but still required.").ToEquatableArray() }
            : documentation;
    }

    /// <summary>A name chosen for an inline object is its type's; for anything else it is the property's.</summary>
    private string NameOf(Property property) => property.Schema.ChosenName is { } chosen && !index.HasOwnType(property.Schema)
        ? Identifiers.Chosen(chosen)
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

        // Never reported: no one sees a local.
        return locals.Add(new NameCandidate(identifier, identifier, local), ReservedSuffix, []);
    }
}
