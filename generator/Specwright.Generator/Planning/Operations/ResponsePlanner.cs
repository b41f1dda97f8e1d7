using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>What each status means and what the operation returns.</summary>
/// <remarks>
/// Without any 2xx, <c>default</c> describes success as well (OpenAPI: "the documentation of responses other than the ones declared") where it is the
/// only response with a body: then 2xx returns that body and everything else throws it. With other bodies beside it, <c>default</c> is an error, as its
/// authors mostly mean it. A 2xx that is not declared beside declared ones is an error of its own kind: we would not know what to read. 3xx are errors,
/// because redirects are not followed; but where an operation declares no 2xx, a redirect is what it is called for: status and <c>Location</c> are the result.
/// </remarks>
internal static class ResponsePlanner
{
    /// <param name="context">Of the operation.</param>
    /// <param name="asSequence">For the method that prefers a sequence where a status offers one beside something else.</param>
    public static ResponsesPlan Plan(OperationContext context, bool asSequence = false)
    {
        var responses = StatusCodes.Ordered(context.Operation.Responses);
        var successes = SuccessesOf(context.Operation).ToList();
        if (successes.Count == 0)
        {
            successes.Add(UndeclaredSuccess(responses, context));
        }
        else if (StatusCodes.IsRedirect(successes[0].Status))
        {
            successes.Add(new Response { Pointer = context.Operation.Pointer + "/responses", Status = "2XX" });
        }

        var plans = PlanSuccesses(successes, asSequence, context);
        var result = PlanResult(successes, plans, asSequence, context);
        plans.AddRange(responses.Where(response => successes.All(success => success.Status != response.Status)).Select(response => PlanError(response, context)));
        return new ResponsesPlan
        {
            Responses = plans.OrderBy(plan => plan.Status == StatusCodes.Default ? 2 : StatusCodes.IsRange(plan.Status) ? 1 : 0).ToEquatableArray(),
            Result = result,
        };
    }

    /// <summary>The success responses, whose header fields are declared: 2xx, else redirects, whose body is a note for people.</summary>
    public static IReadOnlyList<Response> SuccessesOf(Operation operation)
    {
        var responses = StatusCodes.Ordered(operation.Responses);
        var successes = responses.Where(response => StatusCodes.IsSuccess(response.Status)).ToList();
        return successes.Count > 0
            ? successes
            : responses.Where(response => StatusCodes.IsRedirect(response.Status)).Select(response => response with { Content = EquatableArray<MediaType>.Empty }).ToList();
    }

    private static Response UndeclaredSuccess(IReadOnlyList<Response> responses, OperationContext context)
    {
        var withBody = responses.Where(response => ResponseBody.Select(response, context.Operation) is not null).ToList();
        var only = withBody.Count == 1 && withBody[0].Status == StatusCodes.Default ? withBody[0] : null;
        return new Response
        {
            Pointer = only?.Pointer ?? context.Operation.Pointer + "/responses",
            Status = "2XX",
            Description = only?.Description,
            Content = only?.Content ?? EquatableArray<MediaType>.Empty,
        };
    }

    private static List<ResponsePlan> PlanSuccesses(IReadOnlyList<Response> successes, bool asSequence, OperationContext context)
    {
        var plans = new List<ResponsePlan>();
        foreach (var response in successes)
        {
            var body = ResponseBody.Select(response, context.Operation, asSequence);
            var kind = body is null ? ResponseKind.NoBody : ResponseBody.KindOf(body, context);

            if (body is { Schema: not null } && kind == ResponseKind.Stream && MediaTypeName.IsMultipart(body.Name))
            {
                context.Report(Rules.ResponseUnsupported, body.Pointer, body.Name, $"the operation {context.OperationId} gives it as an open stream");
            }

            // A second inline schema gets its status into the name; the first keeps the plain one when others are added after it.
            var hint = context.Identifier + (plans.All(plan => plan.Type is null) ? "" : response.Status) + "Response";
            plans.Add(new ResponsePlan
            {
                Status = response.Status,
                Kind = kind,
                Type = body is null ? null : ResponseBody.TypeOf(body, kind, hint, context),
                Xml = kind == ResponseKind.Xml ? context.XmlDocument(body!.Schema!, hint) : null,
                Description = DocumentationText.LinesOf(response.Description),
            });
        }

        // One type that is nullable with one status and not with another is nullable.
        return plans
            .Select(plan => plan.Type is { } type && plans.Any(other => other.Type is { AllowsNull: true } nullable && nullable.Name == type.Name)
                ? plan with { Type = type with { AllowsNull = true } }
                : plan)
            .ToList();
    }

    private static ResultPlan? PlanResult(IReadOnlyList<Response> successes, IReadOnlyList<ResponsePlan> plans, bool asSequence, OperationContext context)
    {
        var withBody = plans.Where(plan => plan.Type is not null).ToList();
        if (withBody.Count == 0)
        {
            return null;
        }

        var isOne = withBody.All(plan => plan.Type!.Name == withBody[0].Type!.Name);
        var several = isOne ? null : ResultTypePlanner.Plan(withBody, context);
        return new ResultPlan
        {
            Type = several is null ? withBody[0].Type! : TypeReferences.Generated(several.Identifier, TypeShape.Union, context.Operation.Pointer + "/responses"),
            Several = several,
            Delivery = withBody.All(plan => plan.Type!.Shape != TypeShape.Open) ? ResultDelivery.Whole
                : isOne && withBody[0].Type!.Item is not null ? ResultDelivery.Items
                : ResultDelivery.Open,
            MayBeAbsent = withBody.Count < plans.Count,
            Accept = string.Join(", ", successes
                .Select(response => ResponseBody.Select(response, context.Operation, asSequence))
                .OfType<MediaType>()
                .Select(body => MediaTypeName.ForAccept(body.Name))
                .Distinct(StringComparer.Ordinal)),
            Description = withBody[0].Description,
        };
    }

    private static ResponsePlan PlanError(Response response, OperationContext context)
    {
        var body = ResponseBody.Select(response, context.Operation);
        var hint = context.Identifier + (response.Status == StatusCodes.Default ? "" : response.Status) + "Error";
        var kind = body is null ? ResponseKind.NoBody : ResponseBody.KindOf(body, context);
        var isTyped = kind is ResponseKind.Json or ResponseKind.Xml;
        return new ResponsePlan
        {
            Status = response.Status,
            Kind = isTyped ? ResponseKind.Error : ResponseKind.ErrorWithoutBody,
            Type = isTyped ? ResponseBody.TypeOf(body!, kind, hint, context) : null,
            Xml = kind == ResponseKind.Xml ? context.XmlDocument(body!.Schema!, hint) : null,
            Description = DocumentationText.LinesOf(response.Description),
        };
    }
}
