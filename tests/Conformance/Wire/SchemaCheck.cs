using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Specwright.Conformance;

/// <summary>Validates with NJsonSchema.</summary>
internal static class SchemaCheck
{
    /// <summary>The first error; null for a valid value.</summary>
    public static string? Error(JToken value, JsonSchema schema, SchemaType type)
    {
        var error = new JsonSchemaValidator().Validate(value, schema.ActualSchema, type).FirstOrDefault();
        return error is null ? null : Text(error);
    }

    private static string Text(ValidationError error)
    {
        var inner = error is ChildSchemaValidationError { Errors: { Count: > 0 } children } ? children.Values.SelectMany(errors => errors).FirstOrDefault() : null;
        return inner is null ? $"{error.Kind} at {error.Path}" : $"{error.Kind} at {error.Path} ({Text(inner)})";
    }
}
