using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>The types of strings, numbers and booleans, by format and by the options.</summary>
internal sealed class ScalarTypes(ClientOptions options)
{
    /// <summary>Whether a type is generated for the values that the schema names.</summary>
    public bool IsEnumeration(Schema schema) => options.Enums != EnumKind.Text && schema is StringSchema { Members.IsEmpty: false } or IntegerSchema { Members.IsEmpty: false };

    /// <remarks>
    /// Text stays text where no C# type holds all of it: a <c>time</c> has an offset, which <c>TimeOnly</c> would lose; a <c>duration</c> may count months,
    /// which no <c>TimeSpan</c> has; a <c>double</c> in a string is as often an amount of money. So does every format that nobody told us about.
    /// </remarks>
    public TypeReference Of(StringSchema schema) => schema.Format switch
    {
        // Values that are named are what they are, whatever format stands beside them.
        "password" => TypeReferences.String with { IsSecret = true },
        _ when !schema.Members.IsEmpty => TypeReferences.String,
        "date-time" => options.Dates switch
        {
            DateKind.DateTime => TypeReferences.DateTime,
            DateKind.Text => TypeReferences.String,
            _ => TypeReferences.DateTimeOffset,
        },
        "date" => options.Dates == DateKind.Text ? TypeReferences.String : TypeReferences.DateOnly,
        "uuid" or "uuid4" or "guid" => TypeReferences.Guid,
        "byte" or "base64" => TypeReferences.Bytes,
        "base64url" => TypeReferences.Base64Url,
        "decimal" => TypeReferences.DecimalString,
        "int32" => TypeReferences.Int32String,
        "int64" => TypeReferences.Int64String,
        "uint64" => TypeReferences.UInt64String,
        _ => TypeReferences.String,
    };

    /// <summary>The smallest of three types that holds every value: who asks for <c>uint8</c> gains nothing from a <c>byte</c> with its casts.</summary>
    public TypeReference Of(IntegerSchema schema) => schema.Format switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => TypeReferences.Int32,

        // The codec of an enumeration knows the two signed types.
        "uint64" when !IsEnumeration(schema) => TypeReferences.UInt64,
        _ => TypeReferences.Int64,
    };

    /// <summary>Binary floating point only where the description or the user asks for it: an amount of money must not pass through it.</summary>
    public TypeReference Of(NumberSchema schema) => schema.Format switch
    {
        "double" => TypeReferences.Double,
        "float" => TypeReferences.Single,
        "decimal" => TypeReferences.Decimal,
        _ => options.Numbers == NumberKind.Double ? TypeReferences.Double : TypeReferences.Decimal,
    };
}
