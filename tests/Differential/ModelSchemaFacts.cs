using Specwright.Model;

namespace Specwright.Differential;

/// <summary>Schemas of our model as facts.</summary>
internal sealed class ModelSchemaFacts(Facts facts, ApiDescription description)
{
    private readonly Dictionary<string, NamedSchema> _named = description.Schemas.ToDictionary(named => named.Pointer, StringComparer.Ordinal);

    /// <param name="schema">The schema.</param>
    /// <param name="place">Where it stands, as the facts name it: for one that is reached by way of an operation, other than its pointer.</param>
    public void Add(Schema schema, string place) => Add(schema, new Frame(schema.Pointer, place));

    private void Add(Schema schema, Frame frame)
    {
        var place = frame.PlaceOf(schema.Pointer);
        facts.Add(place, "nullable", schema.AllowsNull);
        facts.Add(place, "description", schema.Description);
        AddShape(schema, place, frame);
    }

    private void AddShape(Schema schema, string place, Frame frame)
    {
        switch (schema)
        {
            // A schema in its own place that others refer to.
            case ReferenceSchema reference when reference.Target == reference.Pointer:
                AddShape(_named[reference.Target].Schema, place, frame);
                break;
            case ReferenceSchema reference:
                facts.Add(place, "ref", reference.Target);
                break;
            // A kind of a base that only repeats it.
            case AllOfSchema { Parts.Count: 1 } only:
                AddShape(only.Parts[0], place, frame);
                break;
            case AllOfSchema composition:
                foreach (var part in composition.Parts)
                {
                    AddMember(part, "part", composition, composition.Parts, frame);
                }

                break;
            case UnionSchema union when union.Branches.All(branch => branch.Pointer.StartsWith(union.Pointer + "/type/", StringComparison.Ordinal)):
                facts.AddSet(place, "type", union.Branches.Select(TypeOf));
                break;
            // A mapping that stands for a union is our way to read it: the other reader has an object there, and no types in it.
            case UnionSchema listed when listed.Branches.Any(branch => branch.Pointer.Contains("/discriminator/mapping/", StringComparison.Ordinal)):
                facts.SayNothingBelow(place);
                break;
            case UnionSchema union:
                facts.Add(place, "discriminator", union.DiscriminatorWireName);
                foreach (var branch in union.Branches)
                {
                    AddMember(branch, "branch", union, union.Branches, frame);
                }

                break;
            case ObjectSchema source:
                AddObject(source, place, frame);
                break;
            case ArraySchema array:
                facts.Add(place, "type", "array");
                Add(array.Items, frame);
                break;
            case StringSchema text:
                AddScalar(place, text, text.Format, text.Members);
                break;
            case IntegerSchema integer:
                AddScalar(place, integer, integer.Format, integer.Members);
                break;
            case NumberSchema number:
                AddScalar(place, number, number.Format, default);
                break;
            default:
                facts.Add(place, "type", TypeOf(schema));
                break;
        }
    }

    /// <summary>
    /// A part of <c>allOf</c> or a branch of a union. What stands beside the keyword has the pointer of the owner, or of the only part that the
    /// owner was unwrapped from: it adds to the owner's facts.
    /// </summary>
    private void AddMember(Schema member, string role, Schema owner, EquatableArray<Schema> members, Frame frame)
    {
        if (member.Pointer == owner.Pointer || members.Any(other => other.Pointer.StartsWith(member.Pointer + "/", StringComparison.Ordinal)))
        {
            AddShape(member, frame.PlaceOf(owner.Pointer), frame);
            return;
        }

        facts.Add(frame.PlaceOf(member.Pointer), "role", role);
        Add(member, frame);
    }

    private void AddObject(ObjectSchema source, string place, Frame frame)
    {
        facts.Add(place, "type", "object");
        facts.AddSet(place, "required", source.Properties.Where(property => property.IsRequired).Select(property => property.WireName).Concat(source.RequiredElsewhere));
        // The discriminator of a base that does not declare it as a property stands under the keyword of that name.
        var properties = source.Properties.Where(property => !property.Schema.Pointer.EndsWith("/discriminator", StringComparison.Ordinal) || property.Schema.Pointer.EndsWith("/properties/discriminator", StringComparison.Ordinal)).ToList();
        facts.AddSet(place, "properties", properties.Select(property => property.WireName));
        facts.Add(place, "additionalProperties", source.AdditionalProperties switch
        {
            AdditionalProperties.NotDeclared => "not declared",
            AdditionalProperties.Any => "any",
            AdditionalProperties.Forbidden => "none",
            _ => "schema",
        });
        foreach (var property in properties)
        {
            Add(property.Schema, frame);
        }

        if (source.AdditionalPropertiesSchema is { } additional)
        {
            Add(additional, frame);
        }
    }

    private void AddScalar(string place, Schema schema, string? format, EquatableArray<EnumMember> members)
    {
        facts.Add(place, "type", TypeOf(schema));
        facts.Add(place, "format", format);
        facts.AddSet(place, "enum", members.Select(member => member.WireValue));
    }

    private static string TypeOf(Schema schema) => schema switch
    {
        ObjectSchema => "object",
        ArraySchema => "array",
        StringSchema => "string",
        IntegerSchema => "integer",
        NumberSchema => "number",
        BooleanSchema => "boolean",
        _ => "any",
    };

    /// <summary>From pointers of the description to places: what is below one is below the other.</summary>
    private readonly record struct Frame(string Pointer, string Place)
    {
        public string PlaceOf(string pointer) => pointer.StartsWith(Pointer, StringComparison.Ordinal)
            ? Place + pointer[Pointer.Length..]
            : pointer;
    }
}
