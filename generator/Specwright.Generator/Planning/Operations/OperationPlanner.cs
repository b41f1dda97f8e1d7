using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Operations;

/// <summary>The method of an operation that prefers the whole answer.</summary>
/// <param name="Plan">Of the method.</param>
/// <param name="Bare">The same without pages and what may follow.</param>
/// <param name="HasSequenceBeside">Whether there is another method, which prefers a sequence.</param>
internal sealed record PrimaryPlan(OperationPlan Plan, OperationPlan Bare, bool HasSequenceBeside);

/// <summary>Plans one operation, or leaves it out with a finding where a request could not be made right.</summary>
internal static class OperationPlanner
{
    /// <returns>None, one, or two where the answer may be a sequence or something else: a method for each, since one return type cannot be both.</returns>
    public static IEnumerable<OperationPlan> Plan(Operation operation, string identifier, string method, OperationSurroundings surroundings, RememberedOperations memory)
    {
        if (memory.Of(operation, identifier, method, surroundings, PlanPrimary) is not { } primary)
        {
            yield break;
        }

        yield return primary.Plan;
        if (primary.HasSequenceBeside)
        {
            var second = new OperationContext(operation, OperationNamer.SequenceOf(identifier), OperationNamer.SequenceOf(method), surroundings);
            var sequence = ResponsePlanner.Plan(second, asSequence: true);
            yield return Complete(
                primary.Bare with
                {
                    Identifier = second.MethodIdentifier,
                    PrimaryIdentifier = primary.Plan.Identifier,
                    Responses = sequence.Responses,
                    Result = sequence.Result,
                },
                second);
        }
    }

    private static PrimaryPlan? PlanPrimary(OperationContext context)
    {
        if (PathTemplate.HasDotSegment(context.Operation.Path))
        {
            context.Report(Rules.PathUnusable, context.Operation.Pointer, context.Operation.Path, context.OperationId);
            return null;
        }

        var selected = ParameterPlanner.Select(context);
        var content = BodyPlanner.Select(context, out var isPossible);
        if (selected is null || !isPossible)
        {
            return null;
        }

        var operation = context.Operation;
        var parameters = ParameterPlanner.Plan(selected, context);
        var responses = ResponsePlanner.Plan(context);
        var plan = new OperationPlan
        {
            Identifier = context.MethodIdentifier,
            OperationId = context.OperationId,
            Method = operation.Method,
            PathTemplate = operation.Path,
            Path = PathOf(context.PathTemplate, parameters),
            Parameters = parameters,
            Body = content is null ? null : BodyPlanner.Plan(content, ParameterPlanner.BodyIdentifier(parameters), context),
            Responses = responses.Responses,
            Result = responses.Result,
            Headers = HeadersPlanner.Plan(context),
            Security = context.Security(),
            ServerSetting = context.ServerSetting(),
            Documentation = DocumentationOf(operation),
            SourcePointer = operation.Pointer,
        };
        return new(Complete(plan, context), plan, ResponseBody.HasSequenceBeside(operation));
    }

    /// <summary>With what may follow and how pages do.</summary>
    private static OperationPlan Complete(OperationPlan plan, OperationContext context) => PagingPlanner.Plan(LinkPlanner.Document(plan, context), context);

    private static EquatableArray<PathPart> PathOf(string template, EquatableArray<ParameterPlan> parameters) => PathTemplate
        .PiecesOf(template)
        .Select(piece => piece.IsParameter
            ? new PathPart { ParameterIdentifier = parameters.First(parameter => parameter.In == ParameterLocation.Path && parameter.WireName == piece.Text).Identifier }
            : new PathPart { Literal = PathTemplate.Encode(piece.Text) })
        .ToEquatableArray();

    private static Documentation DocumentationOf(Operation operation)
    {
        if (DocumentationText.LineOf(operation.Summary) is not { } summary)
        {
            return DocumentationText.Of(operation.Description, operation.IsDeprecated);
        }

        return new Documentation
        {
            Summary = summary,
            Remarks = CommonMark.ParagraphsOf(operation.Description).Where(paragraph => DocumentationMark.WithoutMarks(paragraph) != summary).ToEquatableArray(),
            IsDeprecated = operation.IsDeprecated,
        };
    }
}
