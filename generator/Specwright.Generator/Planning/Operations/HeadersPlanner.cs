using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>The record of the header fields that the success responses of an operation declare.</summary>
/// <remarks>Those of error responses stay raw text on the exception.</remarks>
internal static class HeadersPlanner
{
    /// <summary>Whether the operation gets such a record: asked before names are settled.</summary>
    public static bool IsNeeded(Operation operation) => FieldsOf(operation).Count > 0;

    public static HeadersPlan? Plan(OperationContext context)
    {
        var fields = FieldsOf(context.Operation);
        return fields.Count == 0 ? null : Plan(OperationNamer.HeadersOf(context.Identifier), fields, context);
    }

    /// <summary>A record of fields that come as text.</summary>
    public static HeadersPlan Plan(string identifier, IReadOnlyList<ResponseHeader> fields, OperationContext context)
    {
        var scope = new NameScope(
            ignoreCase: false,
            [identifier, "From", "EqualityContract", "PrintMembers", "Clone", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"]);
        var found = new List<Finding>();
        var identifiers = scope.Add(
            fields.Select(field => new NameCandidate(field.Pointer, field.WireName, Identifiers.Pascal(HeaderName.WithoutPrefix(field.WireName)))).ToList(),
            "Field",
            found);
        found.ForEach(context.Report);
        return new HeadersPlan
        {
            Identifier = identifier,
            Fields = fields.Select((field, index) => Plan(field, identifiers[index], context)).ToEquatableArray(),
        };
    }

    private static HeaderPlan Plan(ResponseHeader field, string identifier, OperationContext context)
    {
        var type = TypeOf(field, identifier, context);
        return new HeaderPlan
        {
            Identifier = identifier,
            WireName = field.WireName,
            Type = type,
            IsSecret = type.IsSecret || HeaderName.IsSecret(field.WireName),
            Documentation = DocumentationText.Of(field.Description ?? field.Schema.Description, field.IsDeprecated),
        };
    }

    private static TypeReference TypeOf(ResponseHeader field, string identifier, OperationContext context)
    {
        if (field.Schema is AnySchema || context.ShapeOf(field.Schema) != ParameterShape.Scalar)
        {
            return TypeReferences.String;
        }

        // Bytes, quoted-or-not and integer enumerations stay text: a field has no quotes, and the raw text is what is compared.
        var type = context.ReferenceText(field.Schema, context.Identifier + identifier);
        return type.Shape is TypeShape.String or TypeShape.Boolean or TypeShape.Formattable or TypeShape.DateTimeOffset or TypeShape.DateTime or TypeShape.DateOnly or TypeShape.StringEnum or TypeShape.ClosedEnum
            ? type with { AllowsNull = false }
            : TypeReferences.String with { IsSecret = type.IsSecret };
    }

    // OpenAPI, Response Object, "headers": Content-Type is to be ignored.
    private static IReadOnlyList<ResponseHeader> FieldsOf(Operation operation) => ResponsePlanner.SuccessesOf(operation)
        .SelectMany(response => response.Headers)
        .Where(field => HeaderName.IsValid(field.WireName) && !field.WireName.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        .GroupBy(field => field.WireName, StringComparer.OrdinalIgnoreCase)
        .Select(group => group.First())
        .ToList();
}
