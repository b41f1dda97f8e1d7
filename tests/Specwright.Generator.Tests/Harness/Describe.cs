using Specwright.Model;

namespace Specwright.Harness;

/// <summary>Builds small models by hand. Pointers are filled in when a schema is put into its place.</summary>
internal static class Describe
{
    /// <summary>A description with these named schemas.</summary>
    public static ApiDescription Api(params (string Name, Schema Schema)[] schemas) => new()
    {
        Title = "Acme",
        Schemas = schemas.Select(schema => new NamedSchema
        {
            Pointer = PointerOf(schema.Name),
            WireName = schema.Name,
            Schema = At(schema.Schema, PointerOf(schema.Name)),
        }).ToEquatableArray(),
    };

    public static string PointerOf(string name) => "#/components/schemas/" + name.Replace("~", "~0").Replace("/", "~1");

    public static ReferenceSchema Ref(string name) => new() { Pointer = "", Target = PointerOf(name) };

    public static ObjectSchema Object(params Property[] properties) => new() { Pointer = "", Properties = properties.ToEquatableArray() };

    public static ObjectSchema Map(Schema value) => new()
    {
        Pointer = "",
        AdditionalProperties = AdditionalProperties.Typed,
        AdditionalPropertiesSchema = value,
    };

    public static Property Required(string name, Schema? schema = null) => new() { WireName = name, Schema = schema ?? String(), IsRequired = true };

    public static Property Optional(string name, Schema? schema = null) => new() { WireName = name, Schema = schema ?? String() };

    public static StringSchema String(string? format = null) => new() { Pointer = "", Format = format };

    public static StringSchema Enum(params string[] values) => new()
    {
        Pointer = "",
        Members = values.Select(value => new EnumMember { WireValue = value }).ToEquatableArray(),
    };

    public static IntegerSchema Integer(string? format = null) => new() { Pointer = "", Format = format };

    public static IntegerSchema IntegerEnum(string? format, params string[] values) => new()
    {
        Pointer = "",
        Format = format,
        Members = values.Select(value => new EnumMember { WireValue = value }).ToEquatableArray(),
    };

    public static NumberSchema Number(string? format = null) => new() { Pointer = "", Format = format };

    public static BooleanSchema Boolean() => new() { Pointer = "" };

    public static AnySchema Any() => new() { Pointer = "" };

    public static ArraySchema Array(Schema items) => new() { Pointer = "", Items = items };

    public static AllOfSchema AllOf(params Schema[] parts) => new() { Pointer = "", Parts = parts.ToEquatableArray() };

    public static UnionSchema Union(params Schema[] branches) => new() { Pointer = "", Branches = branches.ToEquatableArray() };

    public static T Nullable<T>(T schema)
        where T : Schema => schema with { AllowsNull = true };

    /// <summary>The schema and everything inline in it, with pointers below this one.</summary>
    public static Schema At(Schema schema, string pointer) => schema switch
    {
        ObjectSchema @object => @object with
        {
            Pointer = pointer,
            Properties = @object.Properties.Select(property => property with
            {
                Schema = At(property.Schema, pointer + "/properties/" + property.WireName.Replace("~", "~0").Replace("/", "~1")),
            }).ToEquatableArray(),
            AdditionalPropertiesSchema = @object.AdditionalPropertiesSchema is { } value ? At(value, pointer + "/additionalProperties") : null,
        },
        ArraySchema array => array with { Pointer = pointer, Items = At(array.Items, pointer + "/items") },
        AllOfSchema allOf => allOf with { Pointer = pointer, Parts = allOf.Parts.Select((part, index) => At(part, $"{pointer}/allOf/{index}")).ToEquatableArray() },
        UnionSchema union => union with
        {
            Pointer = pointer,
            Branches = union.Branches.Select((branch, index) => At(branch, $"{pointer}/oneOf/{index}")).ToEquatableArray(),
        },
        _ => schema with { Pointer = pointer },
    };
}
