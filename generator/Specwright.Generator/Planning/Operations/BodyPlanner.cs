using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Chooses one media type of a request body.</summary>
internal static class BodyPlanner
{
    /// <summary>The media type that is sent: JSON before other JSON before text before bytes. Null: there is none, or none that we can write.</summary>
    /// <param name="context">Of the operation.</param>
    /// <param name="isPossible">False: the body is required and cannot be written.</param>
    public static MediaType? Select(OperationContext context, out bool isPossible)
    {
        isPossible = true;
        if (context.Operation.RequestBody is not { Content.IsEmpty: false } body)
        {
            return null;
        }

        var selected = body.Content.OrderBy(content => MediaTypeName.KindOf(content.Name)).First();
        if (MediaTypeName.KindOf(selected.Name) != MediaTypeKind.Structured)
        {
            return selected;
        }

        isPossible = !body.IsRequired;
        context.Report(
            Rules.RequestBodyUnsupported,
            selected.Pointer,
            string.Join(", ", body.Content.Select(content => content.Name)),
            isPossible ? "it is left out" : $"the operation {context.OperationId} is left out");
        return null;
    }

    public static BodyPlan Plan(MediaType selected, string identifier, OperationContext context)
    {
        var kind = MediaTypeName.KindOf(selected.Name) switch
        {
            MediaTypeKind.Json or MediaTypeKind.JsonSuffix => BodyKind.Json,
            MediaTypeKind.Text => BodyKind.Text,
            _ => BodyKind.Bytes,
        };
        var body = context.Operation.RequestBody!;
        return new BodyPlan
        {
            Identifier = identifier,
            Kind = kind,
            MediaType = MediaTypeName.ForContent(selected.Name),
            Type = kind switch
            {
                BodyKind.Text => WellKnownTypes.Text,
                BodyKind.Bytes => WellKnownTypes.Bytes,
                _ when selected.Schema is { } schema => context.Types.Reference(schema, context.Identifier + "Request"),
                _ => WellKnownTypes.AnyJson,
            },
            IsRequired = body.IsRequired,
            Description = DocumentationText.LineOf(body.Description),
        };
    }
}
