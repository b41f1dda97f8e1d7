using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>Turns the parameters of one operation into C# parameters.</summary>
internal static class ParameterPlanner
{
    // Locals of the generated methods.
    private static readonly HashSet<string> Locals = new(StringComparer.Ordinal) { "request", "response", "target", "cancellationToken" };

    // Of the methods that give items, too.
    private static readonly HashSet<string> SequenceLocals = new(Locals, StringComparer.Ordinal) { "item" };

    /// <summary>The parameters that are sent, missing path parameters added; null where a required one cannot be sent.</summary>
    /// <remarks>Decided without planning a type, so that an operation that is left out leaves no type behind.</remarks>
    public static IReadOnlyList<Parameter>? Select(OperationContext context)
    {
        var selected = new List<Parameter>();
        var names = PathTemplate.PiecesOf(context.PathTemplate).Where(piece => piece.IsParameter).Select(piece => piece.Text).Distinct(StringComparer.Ordinal).ToList();
        foreach (var parameter in context.Operation.Parameters)
        {
            // Names of header fields are the same in capitals and small letters (RFC 9110, 5.1).
            var comparison = parameter.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (selected.Any(earlier => earlier.In == parameter.In && string.Equals(earlier.WireName, parameter.WireName, comparison)))
            {
                continue;
            }

            if (parameter.In == ParameterLocation.Header && IsSetElsewhere(parameter.WireName))
            {
                context.Report(Rules.HeaderParameterIgnored, parameter.Pointer, parameter.WireName);
                continue;
            }

            if (parameter.In == ParameterLocation.Header && parameter.WireName.ToUpperInvariant() is "CONTENT-LENGTH" or "TRANSFER-ENCODING")
            {
                context.Report(Rules.ParameterUnsupported, parameter.Pointer, parameter.WireName, "it frames the message, which the connection does", "it is left out");
                continue;
            }

            if (parameter.In == ParameterLocation.Path && !names.Contains(parameter.WireName))
            {
                context.Report(Rules.ParameterUnsupported, parameter.Pointer, parameter.WireName, "the path does not name it", "it is left out");
                continue;
            }

            if (context.CredentialIn(parameter) is { } scheme)
            {
                context.Report(Rules.ParameterIsCredential, parameter.Pointer, parameter.WireName, scheme);
                continue;
            }

            if (parameter.In == ParameterLocation.Query && PathTemplate.HasQuery(context.PathTemplate, parameter.WireName))
            {
                context.Report(Rules.ParameterUnsupported, parameter.Pointer, parameter.WireName, "the path gives its value", "it is left out");
                continue;
            }

            if (ReasonAgainst(parameter, context) is not { } reason)
            {
                selected.Add(parameter);
                continue;
            }

            var isNeeded = parameter.IsRequired || parameter.In == ParameterLocation.Path;
            context.Report(
                Rules.ParameterUnsupported,
                parameter.Pointer,
                parameter.WireName,
                reason,
                isNeeded ? $"the operation {context.OperationId} is left out" : "it is left out");
            if (isNeeded)
            {
                return null;
            }
        }

        foreach (var name in names.Where(name => !selected.Any(parameter => parameter.In == ParameterLocation.Path && parameter.WireName == name)))
        {
            context.Report(Rules.PathParameterMissing, context.Operation.Pointer, name);
            selected.Add(Undeclared(name, context.Operation.Pointer));
        }

        return selected;
    }

    /// <summary>In the order of the description, required ones first.</summary>
    public static EquatableArray<ParameterPlan> Plan(IReadOnlyList<Parameter> parameters, OperationContext context)
    {
        var scope = new NameScope(ResponseBody.HasSequence(context.Operation) ? SequenceLocals : Locals, [], expected: parameters.Count);
        var identifiers = scope.Add(
            parameters.Zip(CandidatesFor(parameters), (parameter, identifier) => new NameCandidate(parameter.Pointer + "#" + parameter.In, parameter.WireName, identifier)).ToList(),
            "Value",
            new List<Finding>());
        return parameters
            .Select((parameter, index) => Plan(parameter, identifiers[index], context))
            .OrderBy(plan => plan.IsRequired ? 0 : 1)
            .ToEquatableArray();
    }

    /// <summary>A name for the body: <c>body</c> unless a parameter has it.</summary>
    public static string BodyIdentifier(EquatableArray<ParameterPlan> parameters)
        => new[] { "body", "requestBody", "content", "requestContent", "payload" }
            .Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => $"body{number}"))
            .First(name => parameters.All(parameter => parameter.Identifier != name));

    private static ParameterPlan Plan(Parameter parameter, string identifier, OperationContext context) => Plan(parameter, context.ShapeOf(parameter.Schema), identifier, context);

    private static ParameterPlan Plan(Parameter parameter, ParameterShape shape, string identifier, OperationContext context) => new()
    {
        Identifier = identifier,
        WireName = parameter.WireName,
        In = parameter.In,
        Type = TypeOf(parameter, shape, context),
        Writing = WritingOf(parameter, shape),
        IsRequired = (parameter.IsRequired && !IdempotencyKeys.IsOne(parameter, context.Operation.Method)) || parameter.In == ParameterLocation.Path,
        IsIdempotencyKey = IdempotencyKeys.IsOne(parameter, context.Operation.Method),
        Style = parameter.Style,
        Explode = parameter.Explode,
        AllowReserved = parameter.AllowReserved && parameter.In == ParameterLocation.Query,
        Description = DocumentationText.LinesOf(parameter.Description ?? parameter.Schema.Description),
    };

    /// <summary>A scalar or a list of scalars, text where the schema has no scalar type in C#; the schema's own type where it is an object or JSON.</summary>
    private static TypeReference TypeOf(Parameter parameter, ParameterShape shape, OperationContext context)
    {
        var hint = context.Identifier + Identifiers.Pascal(NameOf(parameter));
        if (WritingOf(parameter, shape) == ParameterWriting.Json || shape == ParameterShape.Structured)
        {
            return context.Reference(parameter.Schema, hint) with { AllowsNull = false };
        }

        if (shape == ParameterShape.List)
        {
            var list = context.ReferenceText(parameter.Schema, hint);
            return list is { Shape: TypeShape.List, Item: { } item }
                ? TypeReferences.List(item.IsScalar ? item with { AllowsNull = false } : TypeReferences.String)
                : TypeReferences.List(TypeReferences.String);
        }

        if (parameter.Schema is AnySchema)
        {
            return TypeReferences.String;
        }

        // Null has no text in a parameter: the value is there, or the parameter is left out.
        var type = context.ReferenceText(parameter.Schema, hint);
        return type.IsScalar ? type with { AllowsNull = false } : TypeReferences.String;
    }

    private static string? ReasonAgainst(Parameter parameter, OperationContext context)
    {
        if (parameter.In is ParameterLocation.Header or ParameterLocation.Cookie && !HeaderName.IsValid(parameter.WireName))
        {
            return "its name cannot stand in a header field";
        }

        if (parameter.ContentMediaType is { } mediaType)
        {
            return IsJson(mediaType) || context.ShapeOf(parameter.Schema) == ParameterShape.Scalar ? null : "a value of media type " + mediaType;
        }

        var isKnown = parameter.In switch
        {
            ParameterLocation.Path => parameter.Style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
            ParameterLocation.Header => parameter.Style == ParameterStyle.Simple,
            ParameterLocation.Query => parameter.Style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.TabDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
            _ => parameter.Style == ParameterStyle.Form,
        };
        return isKnown ? null : $"style {parameter.Style} in {parameter.In.ToString().ToLowerInvariant()}";
    }

    private static bool IsJson(string mediaType) => MediaTypeName.KindOf(mediaType) is MediaTypeKind.Json or MediaTypeKind.JsonSuffix;

    private static ParameterWriting WritingOf(Parameter parameter, ParameterShape shape)
    {
        if (parameter.ContentMediaType is { } mediaType)
        {
            return IsJson(mediaType) ? ParameterWriting.Json : ParameterWriting.Text;
        }

        return shape switch
        {
            _ when parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix => ParameterWriting.Parts,
            ParameterShape.Scalar => ParameterWriting.Text,
            ParameterShape.List when parameter.Style != ParameterStyle.DeepObject => ParameterWriting.List,
            _ => ParameterWriting.Parts,
        };
    }

    // OpenAPI 3.1, Parameter Object, "name": such definitions are to be ignored.
    private static bool IsSetElsewhere(string name) => name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION";

    /// <summary>What a parameter is called, unless one that stands before it in a request is called so.</summary>
    private static IEnumerable<string> CandidatesFor(IReadOnlyList<Parameter> parameters)
    {
        var identifiers = parameters.Select(parameter => Identifiers.Camel(NameOf(parameter))).ToList();
        return identifiers.Select((identifier, index) =>
        {
            var isContested = Enumerable.Range(0, identifiers.Count).Any(other => parameters[other].In < parameters[index].In && identifiers[other] == identifier);
            return isContested ? identifier.TrimStart('@') + parameters[index].In : identifier;
        });
    }

    // RFC 6648 ended the custom of "X-"; in C# it says nothing.
    private static string NameOf(Parameter parameter) => parameter.ChosenName
        ?? (parameter.In == ParameterLocation.Header ? HeaderName.WithoutPrefix(parameter.WireName) : parameter.WireName);

    private static Parameter Undeclared(string name, string pointer)
    {
        var place = $"{pointer}/parameters/{name}";
        return new()
        {
            Pointer = place,
            WireName = name,
            In = ParameterLocation.Path,
            IsRequired = true,
            Style = ParameterStyle.Simple,
            Schema = new StringSchema { Pointer = place + "/schema" },
        };
    }
}
