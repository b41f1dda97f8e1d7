using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>What each status means and what the operation returns.</summary>
/// <remarks>
/// Without any 2xx, <c>default</c> describes success as well (OpenAPI: "the documentation of responses other than the ones declared") where it is the
/// only response with a body: then 2xx returns that body and everything else throws it. With other bodies beside it, <c>default</c> is an error, as its
/// authors mostly mean it. A 2xx that is not declared beside declared ones is an error of its own kind: we would not know what to read. 3xx are errors,
/// because redirects are not followed.
/// </remarks>
internal static class ResponsePlanner
{
    public static (EquatableArray<ResponsePlan> Responses, ResultPlan? Result) Plan(OperationContext context)
    {
        var responses = StatusCodes.Ordered(context.Operation.Responses);
        var successes = responses.Where(response => StatusCodes.IsSuccess(response.Status)).ToList();
        if (successes.Count == 0)
        {
            successes.Add(UndeclaredSuccess(responses, context));
        }

        var result = PlanResult(successes, context);
        var plans = successes.Select(response => PlanSuccess(response, result, context)).ToList();
        foreach (var response in responses.Where(response => !StatusCodes.IsSuccess(response.Status)))
        {
            plans.Add(PlanError(response, context));
        }

        return (plans.OrderBy(plan => plan.Status == StatusCodes.Default ? 2 : StatusCodes.IsRange(plan.Status) ? 1 : 0).ToEquatableArray(), result);
    }

    /// <summary>The success responses, whose header fields are declared.</summary>
    public static IReadOnlyList<Response> SuccessesOf(Operation operation)
        => StatusCodes.Ordered(operation.Responses).Where(response => StatusCodes.IsSuccess(response.Status)).ToList();

    private static Response UndeclaredSuccess(IReadOnlyList<Response> responses, OperationContext context)
    {
        var withBody = responses.Where(response => BodyOf(response, context) is not null).ToList();
        var only = withBody.Count == 1 && withBody[0].Status == StatusCodes.Default ? withBody[0] : null;
        return new Response
        {
            Pointer = only?.Pointer ?? context.Operation.Pointer + "/responses",
            Status = "2XX",
            Description = only?.Description,
            Content = only?.Content ?? EquatableArray<MediaType>.Empty,
        };
    }

    private static ResultPlan? PlanResult(IReadOnlyList<Response> successes, OperationContext context)
    {
        var bodies = successes.Select(response => (Response: response, Body: BodyOf(response, context))).Where(pair => pair.Body is not null).ToList();
        if (bodies.Count == 0)
        {
            return null;
        }

        // Bodies of several kinds have in common only that they are bytes.
        var kinds = bodies.Select(pair => KindOf(pair.Body!)).Distinct().ToList();
        return new ResultPlan
        {
            Type = kinds.Count > 1 ? MixedType(bodies.Select(pair => pair.Body!), context) : kinds[0] switch
            {
                ResponseKind.Json => CommonType(bodies.Select(pair => (pair.Response, pair.Body!)).ToList(), context),
                ResponseKind.Text => TypeReferences.String,
                _ => TypeReferences.Bytes,
            },
            Kind = kinds.Count > 1 ? ResponseKind.Bytes : kinds[0],
            MayBeAbsent = bodies.Count < successes.Count,
            Accept = string.Join(", ", bodies.Select(pair => MediaTypeName.ForAccept(pair.Body!.Name)).Distinct(StringComparer.Ordinal)),
            Description = DocumentationText.LineOf(bodies[0].Response.Description),
        };
    }

    private static TypeReference CommonType(IReadOnlyList<(Response Response, MediaType Body)> bodies, OperationContext context)
    {
        // A second inline schema gets its status into the name; the first keeps the plain one when others are added after it.
        var types = bodies
            .Select((pair, index) => TypeOf(pair.Body, context, index == 0 ? "Response" : pair.Response.Status + "Response"))
            .ToList();
        var allowsNull = types.Any(type => type.AllowsNull);
        if (types.Select(type => type with { AllowsNull = false }).Distinct().Count() == 1)
        {
            return types[0] with { AllowsNull = allowsNull };
        }

        context.Report(Rules.SeveralSuccessBodies, context.Operation.Pointer + "/responses", context.OperationId);
        return TypeReferences.Any with { AllowsNull = allowsNull };
    }

    private static TypeReference MixedType(IEnumerable<MediaType> bodies, OperationContext context)
    {
        context.Report(
            Rules.ResponseUnsupported,
            context.Operation.Pointer + "/responses",
            string.Join(" beside ", bodies.Select(body => body.Name).Distinct(StringComparer.Ordinal)),
            $"the operation {context.OperationId} returns the bytes");
        return TypeReferences.Bytes;
    }

    private static ResponsePlan PlanSuccess(Response response, ResultPlan? result, OperationContext context) => new()
    {
        Status = response.Status,
        Kind = BodyOf(response, context) is null ? ResponseKind.NoBody : result!.Kind,
        Type = BodyOf(response, context) is null ? null : result!.Type,
        Description = DocumentationText.LineOf(response.Description),
    };

    private static ResponsePlan PlanError(Response response, OperationContext context)
    {
        var body = BodyOf(response, context);
        var hasJson = body is not null && KindOf(body) == ResponseKind.Json;
        return new ResponsePlan
        {
            Status = response.Status,
            Kind = hasJson ? ResponseKind.Error : ResponseKind.ErrorWithoutBody,
            Type = hasJson ? TypeOf(body!, context, (response.Status == StatusCodes.Default ? "" : response.Status) + "Error") : null,
            Description = DocumentationText.LineOf(response.Description),
        };
    }

    private static TypeReference TypeOf(MediaType body, OperationContext context, string hint)
        => body.Schema is { } schema ? context.Types.Reference(schema, context.Identifier + hint) : TypeReferences.Any;

    // JSON where it is offered: it is what errors and results are made of. Structured kinds come as bytes.
    private static MediaType? BodyOf(Response response, OperationContext context)
        => StatusCodes.HasNoBody(response.Status) || context.Operation.Method == "HEAD"
            ? null
            : response.Content.OrderBy(content => MediaTypeName.KindOf(content.Name)).FirstOrDefault();

    private static ResponseKind KindOf(MediaType body) => MediaTypeName.KindOf(body.Name) switch
    {
        MediaTypeKind.Json or MediaTypeKind.JsonSuffix => ResponseKind.Json,
        MediaTypeKind.Text => ResponseKind.Text,
        _ => ResponseKind.Bytes,
    };
}
