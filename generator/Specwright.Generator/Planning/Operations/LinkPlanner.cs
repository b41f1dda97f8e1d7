using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Says in the documentation of an operation which ones may follow it.</summary>
/// <remarks>
/// Words, not methods: a link takes its values from any place of the request or the answer, by expressions, and the program has both at hand with their types.
/// </remarks>
internal static class LinkPlanner
{
    public static OperationPlan Document(OperationPlan plan, OperationContext context)
    {
        var texts = context.Operation.Responses.SelectMany(response => response.Links.Select(link => TextOf(response, link, context))).ToList();
        return texts.Count == 0
            ? plan
            : plan with { Documentation = plan.Documentation with { Remarks = plan.Documentation.Remarks.Concat(texts).ToEquatableArray() } };
    }

    private static string TextOf(Response response, Link link, OperationContext context)
    {
        var values = link.Parameters.Select(parameter => $"{parameter.Name} = {parameter.Value}");
        if (link.RequestBody is { } body)
        {
            values = values.Append($"body = {body}");
        }

        var target = context.MethodOf(link.Target) ?? link.Target;
        var with = string.Join(", ", values);
        var description = DocumentationText.LineOf(link.Description);
        return $"After {response.Status} may follow {target}{(with.Length == 0 ? "" : " with " + with)} ({link.WireName}).{(description is null ? "" : " " + description)}";
    }
}
