using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Says in the documentation of an operation which ones may follow it.</summary>
/// <remarks>
/// Words, not methods: a link takes its values from any place of the request or the answer, by expressions, and the program has both at hand with their types.
/// </remarks>
internal sealed class LinkPlanner
{
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);

    /// <param name="description">Read.</param>
    /// <param name="methods">Identifiers of its operations, in order.</param>
    /// <param name="propertyOf">The sub-client of an operation; null: the client itself.</param>
    public LinkPlanner(ApiDescription description, IReadOnlyList<string> methods, Func<Operation, string?> propertyOf)
    {
        for (var index = 0; index < methods.Count; index++)
        {
            var operation = description.Operations[index];
            var method = (propertyOf(operation) is { } property ? property + "." : "") + methods[index] + "Async";
            _methods[operation.Pointer] = method;
            if (operation.OperationId is { } id && !_methods.ContainsKey(id))
            {
                _methods[id] = method;
            }
        }
    }

    public OperationPlan Document(OperationPlan plan, Operation operation)
    {
        var texts = operation.Responses.SelectMany(response => response.Links.Select(link => TextOf(response, link))).ToList();
        return texts.Count == 0
            ? plan
            : plan with { Documentation = plan.Documentation with { Remarks = plan.Documentation.Remarks.Concat(texts).ToEquatableArray() } };
    }

    private string TextOf(Response response, Link link)
    {
        var values = link.Parameters.Select(parameter => $"{parameter.Name} = {parameter.Value}");
        if (link.RequestBody is { } body)
        {
            values = values.Append($"body = {body}");
        }

        // A reference by pointer is a URI fragment: its braces may be percent-encoded.
        var target = _methods.TryGetValue(link.Target, out var method) || _methods.TryGetValue(Uri.UnescapeDataString(link.Target), out method) ? method : link.Target;
        var with = string.Join(", ", values);
        var description = DocumentationText.LineOf(link.Description);
        return $"After {response.Status} may follow {target}{(with.Length == 0 ? "" : " with " + with)} ({link.WireName}).{(description is null ? "" : " " + description)}";
    }
}
