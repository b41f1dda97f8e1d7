using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Plans one operation, or leaves it out with a finding where a request could not be made right.</summary>
internal static class OperationPlanner
{
    public static OperationPlan? Plan(OperationContext context, SecurityPlanner security, OperationServerPlanner servers)
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
        var (responses, result) = ResponsePlanner.Plan(context);
        return new OperationPlan
        {
            Identifier = context.MethodIdentifier,
            OperationId = context.OperationId,
            Method = operation.Method,
            PathTemplate = operation.Path,
            Path = PathOf(operation.Path, parameters),
            Parameters = parameters,
            Body = content is null ? null : BodyPlanner.Plan(content, ParameterPlanner.BodyIdentifier(parameters), context),
            Responses = responses,
            Result = result,
            Headers = HeadersPlanner.Plan(context),
            Security = security.Plan(operation),
            ServerSetting = servers.SettingOf(operation),
            Documentation = DocumentationOf(operation),
            SourcePointer = operation.Pointer,
        };
    }

    private static EquatableArray<PathPart> PathOf(string template, EquatableArray<ParameterPlan> parameters) => PathTemplate
        .PiecesOf(PathTemplate.WithoutFragment(template))
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
            Remarks = CommonMark.ParagraphsOf(operation.Description).Where(paragraph => paragraph != summary).ToEquatableArray(),
            IsDeprecated = operation.IsDeprecated,
        };
    }
}
