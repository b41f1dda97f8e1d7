using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>The types of strings, numbers and booleans, by format.</summary>
internal static class ScalarTypes
{
    /// <remarks>
    /// <c>time</c> stays text: RFC 3339 times carry an offset, which <c>TimeOnly</c> would lose. So does <c>int64</c> (its text may have leading zeros)
    /// and every format that nobody told us about.
    /// </remarks>
    public static TypeReference Of(StringSchema schema) => schema.Format switch
    {
        "date-time" => TypeReferences.DateTimeOffset,
        "date" => TypeReferences.DateOnly,
        "uuid" => TypeReferences.Guid,
        "byte" => TypeReferences.Bytes,
        "decimal" => TypeReferences.DecimalString,
        "password" => TypeReferences.String with { IsSecret = true },
        _ => TypeReferences.String,
    };

    public static TypeReference Of(IntegerSchema schema) => schema.Format == "int32" ? TypeReferences.Int32 : TypeReferences.Int64;

    /// <summary>Binary floating point only where the description asks for it: an amount of money must not pass through it.</summary>
    public static TypeReference Of(NumberSchema schema) => schema.Format switch
    {
        "double" => TypeReferences.Double,
        "float" => TypeReferences.Single,
        _ => TypeReferences.Decimal,
    };
}
